using System;
using LearnSharp.GradBench.Protocol;

using var input = Console.OpenStandardInput();
using var output = Console.OpenStandardOutput();
Tool.Run(input, output);
