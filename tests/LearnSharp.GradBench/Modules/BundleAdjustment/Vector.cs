namespace LearnSharp.GradBench.Modules.BundleAdjustment;

/// <summary>A point or a direction in space.</summary>
internal readonly record struct Vector(double X, double Y, double Z)
{
    public static Vector operator +(Vector left, Vector right) => new(left.X + right.X, left.Y + right.Y, left.Z + right.Z);

    public static Vector operator -(Vector left, Vector right) => new(left.X - right.X, left.Y - right.Y, left.Z - right.Z);

    public static Vector operator *(double factor, Vector vector) => new(factor * vector.X, factor * vector.Y, factor * vector.Z);

    public static double Dot(Vector left, Vector right) => left.X * right.X + left.Y * right.Y + left.Z * right.Z;

    public static Vector Cross(Vector left, Vector right) =>
        new(left.Y * right.Z - left.Z * right.Y, left.Z * right.X - left.X * right.Z, left.X * right.Y - left.Y * right.X);
}
