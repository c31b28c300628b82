using System;
using System.IO;
using System.Text;
using LearnSharp.GradBench.Protocol;

using var input = new StreamReader(Console.OpenStandardInput(), Encoding.UTF8, false, 1 << 20);
using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false));
Tool.Run(input, output);
