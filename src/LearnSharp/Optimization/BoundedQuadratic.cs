using System;

namespace LearnSharp.Optimization;

/// <summary>
/// Minimizes the quadratic model gᵀd + ½dᵀBd within bounds as L-BFGS-B does (Byrd, Lu, Nocedal and Zhu 1995): first the generalized Cauchy point, the
/// first minimum along the projected gradient, which decides what bounds are active (section 4); then the minimum over the other variables
/// (section 5.1),
/// moved into the bounds by projection where that descends (Morales and Nocedal 2011), else by cutting the step short.
/// </summary>
internal sealed class BoundedQuadratic
{
    private readonly double[] _breakpoints;
    private readonly int[] _order;
    private readonly bool[] _free;
    private readonly double[] _direction;
    private readonly double[] _cauchy;
    private readonly double[] _reduced;
    private readonly double[] _p;
    private readonly double[] _c;
    private readonly double[] _row;
    private readonly double[] _mv;
    private readonly double[] _gram;
    private readonly double[] _system;

    /// <summary>Sets up for <paramref name="count"/> variables and Hessians of up to <paramref name="pairs"/> pairs.</summary>
    public BoundedQuadratic(int count, int pairs)
    {
        var width = 2 * pairs;
        _breakpoints = new double[count];
        _order = new int[count];
        _free = new bool[count];
        _direction = new double[count];
        _cauchy = new double[count];
        _reduced = new double[count];
        _p = new double[width];
        _c = new double[width];
        _row = new double[width];
        _mv = new double[width];
        _gram = new double[width * width];
        _system = new double[width * width];
    }

    /// <summary>Finds the step.</summary>
    /// <param name="hessian">B.</param>
    /// <param name="x">The point; within the bounds.</param>
    /// <param name="gradient">g.</param>
    /// <param name="bounds">The bounds.</param>
    /// <param name="step">Receives d; x + d is within the bounds, up to rounding.</param>
    public void Minimize(CompactHessian hessian, ReadOnlySpan<double> x, ReadOnlySpan<double> gradient, Bounds bounds, Span<double> step)
    {
        var free = FindCauchyPoint(hessian, x, gradient, bounds);
        for (var i = 0; i < step.Length; i++)
            step[i] = _cauchy[i] - x[i];
        if (free == 0 || hessian.Pairs == 0)
            return;
        var minimum = _reduced.AsSpan(0, step.Length);
        if (free == step.Length)
        {
            // No bound is active: the minimum is the quasi-Newton step, whatever the Cauchy point.
            for (var i = 0; i < step.Length; i++)
                minimum[i] = -gradient[i];
            hessian.Solve(minimum);
            for (var i = 0; i < step.Length; i++)
                minimum[i] += x[i] - _cauchy[i];
        }
        else if (!MinimizeOverFree(hessian, x, gradient, free))
        {
            return;
        }

        MoveIntoBounds(x, gradient, bounds, minimum, step);
    }

    private int FindCauchyPoint(CompactHessian hessian, ReadOnlySpan<double> x, ReadOnlySpan<double> gradient, Bounds bounds)
    {
        var n = x.Length;
        var count = 0;
        var free = 0;
        double slope = 0;
        for (var i = 0; i < n; i++)
        {
            _cauchy[i] = x[i];
            var g = gradient[i];
            _free[i] = !bounds.Holds(i, x[i], g);
            _direction[i] = _free[i] ? -g : 0;
            if (!_free[i])
                continue;
            free++;
            slope -= g * g;
            _breakpoints[i] = g > 0 ? (x[i] - bounds.Lower[i]) / g : g < 0 ? (x[i] - bounds.Upper[i]) / g : double.PositiveInfinity;
            if (double.IsFinite(_breakpoints[i]))
                _order[count++] = i;
        }

        var width = hessian.Width;
        Span<double> p = _p.AsSpan(0, width), c = _c.AsSpan(0, width), row = _row.AsSpan(0, width), mv = _mv.AsSpan(0, width);
        c.Clear();
        if (slope == 0)
            return free;
        hessian.TransposeTimes(_direction, p);
        hessian.MiddleTimes(p, mv);
        var curvature0 = -hessian.Theta * slope;
        var curvature = curvature0 - Vectors.Dot(p, mv);
        var order = _order.AsSpan(0, count);
        order.Sort(ByBreakpoint);
        var at = 0.0;
        var best = -slope / curvature;
        foreach (var b in order)
        {
            var interval = _breakpoints[b] - at;
            if (best < interval)
                break;

            // Variable b arrives at its bound and stays there; the derivatives along the bent path change.
            at = _breakpoints[b];
            _free[b] = false;
            free--;
            _cauchy[b] = _direction[b] > 0 ? bounds.Upper[b] : bounds.Lower[b];
            var g = gradient[b];
            var z = _cauchy[b] - x[b];
            Vectors.AddScaled(interval, p, c);
            hessian.Row(b, row);
            hessian.MiddleTimes(c, mv);
            slope += (interval * curvature) + (g * g) + (hessian.Theta * g * z) - (g * Vectors.Dot(row, mv));
            hessian.MiddleTimes(p, mv);
            var bend = 2 * g * Vectors.Dot(row, mv);
            hessian.MiddleTimes(row, mv);
            curvature -= (hessian.Theta * g * g) + bend + (g * g * Vectors.Dot(row, mv));
            curvature = Math.Max(curvature, 2.2e-16 * curvature0);
            Vectors.AddScaled(g, row, p);
            _direction[b] = 0;
            best = -slope / curvature;
            if (free == 0)
                best = 0;
        }

        best = Math.Max(best, 0);
        at += best;
        for (var i = 0; i < n; i++)
        {
            if (_free[i])
                _cauchy[i] = bounds.Project(i, x[i] + (at * _direction[i]));
        }

        Vectors.AddScaled(best, p, c);
        return free;
    }

    // Ties in the order of the variables, so that the order is the same on every machine.
    private int ByBreakpoint(int a, int b)
    {
        var order = _breakpoints[a].CompareTo(_breakpoints[b]);
        return order != 0 ? order : a.CompareTo(b);
    }

    /// <summary>Writes to _reduced the step from the Cauchy point to the minimum over the free variables, zero for the others.</summary>
    private bool MinimizeOverFree(CompactHessian hessian, ReadOnlySpan<double> x, ReadOnlySpan<double> gradient, int free)
    {
        var n = x.Length;
        var width = hessian.Width;
        var theta = hessian.Theta;
        var r = _reduced.AsSpan(0, n);
        Span<double> mv = _mv.AsSpan(0, width), v = _p.AsSpan(0, width), system = _system.AsSpan(0, width * width);

        // r = −(g + θ(xᶜ − x) − W·M·c) on the free variables.
        for (var i = 0; i < n; i++)
            r[i] = -gradient[i] - (theta * (_cauchy[i] - x[i]));
        hessian.MiddleTimes(_c.AsSpan(0, width), mv);
        hessian.AddTimes(1, mv, r);
        ClearHeld(r);

        // d = r/θ + W(I − M·WᵀZZᵀW/θ)⁻¹·M·Wᵀr / θ², on the free variables.
        GramOfFree(hessian, n, free);
        var middle = hessian.Middle;
        for (var i = 0; i < width; i++)
        {
            for (var j = 0; j < width; j++)
            {
                double sum = 0;
                for (var k = 0; k < width; k++)
                    sum += middle[(i * width) + k] * _gram[(k * width) + j];
                system[(i * width) + j] = (i == j ? 1 : 0) - (sum / theta);
            }
        }

        hessian.TransposeTimes(r, mv);
        hessian.MiddleTimes(mv, v);
        if (!SmallMatrix.TrySolve(system, width, v, 1))
            return false;
        for (var i = 0; i < n; i++)
            r[i] /= theta;
        hessian.AddTimes(1 / (theta * theta), v, r);
        ClearHeld(r);
        return Vectors.AllFinite(r);
    }

    private void ClearHeld(Span<double> v)
    {
        for (var i = 0; i < v.Length; i++)
        {
            if (!_free[i])
                v[i] = 0;
        }
    }

    /// <summary>WᵀZZᵀW: summed over the free variables or, where those are many, what the held ones leave of WᵀW.</summary>
    private void GramOfFree(CompactHessian hessian, int n, int free)
    {
        var width = hessian.Width;
        var gram = _gram.AsSpan(0, width * width);
        var row = _row.AsSpan(0, width);
        var subtract = free > n / 2;
        if (subtract)
            hessian.Gram(gram);
        else
            gram.Clear();
        for (var i = 0; i < n; i++)
        {
            if (_free[i] == subtract)
                continue;
            hessian.Row(i, row);
            for (var a = 0; a < width; a++)
                Vectors.AddScaled(subtract ? -row[a] : row[a], row, gram.Slice(a * width, width));
        }
    }

    private void MoveIntoBounds(ReadOnlySpan<double> x, ReadOnlySpan<double> gradient, Bounds bounds, ReadOnlySpan<double> minimum, Span<double> step)
    {
        double slope = 0;
        var cut = 1.0;
        for (var i = 0; i < step.Length; i++)
        {
            var target = _cauchy[i] + minimum[i];
            var projected = bounds.Project(i, target);
            if (projected != target && minimum[i] != 0)
                cut = Math.Min(cut, (projected - _cauchy[i]) / minimum[i]);
            step[i] = projected - x[i];
            slope += gradient[i] * step[i];
        }

        if (slope < 0 || cut == 1)
            return;
        for (var i = 0; i < step.Length; i++)
            step[i] = _cauchy[i] + (cut * minimum[i]) - x[i];
    }
}
