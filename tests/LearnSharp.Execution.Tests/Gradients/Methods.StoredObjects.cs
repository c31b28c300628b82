using System;
using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Execution.Tests.Gradients;

// Objects that are chosen by a branch, stored, and linked to one another.
internal static partial class Methods
{
    private interface IShape
    {
        double Area();
    }

    private sealed class Rectangle(double width, double height) : IShape
    {
        public double Area() => width * height;
    }

    private sealed class Disc(double radius) : IShape
    {
        public double Radius { get; set; } = radius;

        public double Area() => Math.PI * Radius * Radius;
    }

    private sealed class Node(double value, Node? next)
    {
        public double Value { get; set; } = value;

        public Node? Next { get; set; } = next;
    }

    private sealed class Tree(double value)
    {
        public double Value { get; } = value;

        public Tree? Left { get; set; }

        public Tree? Right { get; set; }
    }

    private static Tree Inserted(Tree? tree, double value)
    {
        if (tree is null)
            return new Tree(value);
        if (value < tree.Value)
            tree.Left = Inserted(tree.Left, value);
        else
            tree.Right = Inserted(tree.Right, value);
        return tree;
    }

    private static double Weighted(Tree? tree, double factor) =>
        tree is null ? 0 : tree.Value * factor + Weighted(tree.Left, factor * 0.5) + Weighted(tree.Right, factor * factor);

    [Learnable]
    public static double ChosenShapes(double[] sizes, [Weight] double a = 1.3)
    {
        var shapes = new List<IShape>();
        foreach (var size in sizes)
            shapes.Add(size > 1 ? new Rectangle(size, a) : new Disc(size * a));
        IShape largest = shapes[0];
        foreach (var shape in shapes)
        {
            if (shape.Area() > largest.Area())
                largest = shape;
        }

        if (largest is Disc disc)
            disc.Radius *= a;
        return shapes.Sum(shape => shape.Area()) + largest.Area() * a;
    }

    [Learnable]
    public static double LinkedNodes(double[] values, [Weight] double a = 1.3)
    {
        Node? head = null;
        foreach (var value in values)
            head = new Node(value * a, head);
        for (var node = head; node != null; node = node.Next)
        {
            if (node.Next is { } next)
                next.Value += node.Value * a;
        }

        var sum = 0.0;
        for (var node = head; node != null; node = node.Next)
            sum = sum * a + node.Value * node.Value;
        return sum;
    }

    [Learnable]
    public static double GrownTree(double[] values, [Weight] double a = 1.3)
    {
        Tree? tree = null;
        foreach (var value in values)
            tree = Inserted(tree, value * a + value * value);
        return Weighted(tree, a);
    }
}
