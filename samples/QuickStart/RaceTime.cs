using System;
using LearnSharp;

namespace QuickStart;

/// <summary>How long the fastest people on earth need for a distance.</summary>
public static partial class RaceTime
{
    /// <summary>
    /// Riegel's law (American Scientist 69, 1981: time grows as distance to the power 1.06), whose exponent changes where sprint turns into endurance.
    /// How often it changes, and how abruptly, is to be learned as well.
    /// </summary>
    /// <param name="meters">The distance in metres.</param>
    /// <param name="women">Whether women run.</param>
    /// <param name="kilometer">The men's time for 1,000 m, in seconds, had the law no bends before it.</param>
    /// <param name="exponent">The exponent of the shortest distances.</param>
    /// <param name="womenFactor">How much longer women take.</param>
    /// <param name="bend">How abruptly the exponent changes.</param>
    /// <param name="bends">How often it changes.</param>
    /// <returns>The time in seconds.</returns>
    [Learnable]
    public static double Seconds(
        double meters,
        bool women,
        [Weight(Min = 60, Max = 300)] double kilometer = 150,
        [Weight(Min = 0.5, Max = 2)] double exponent = 1.06,
        [Weight(Min = 1, Max = 1.5)] double womenFactor = 1.1,
        [Choice] Bend bend = Bend.Sharp,
        [Choice(Min = 0, Max = 3)] int bends = 0)
    {
        var firstBend = Learn.Weight(400.0, min: 150, max: 3000, log: true);   // metres
        var spacing = Learn.Weight(6.0, min: 2, max: 30, log: true);           // each bend is so many times further out
        var change = Learn.Weight(0.0, min: -0.5, max: 0.5);                   // of the exponent, at the first bend
        var fading = Learn.Weight(0.5, min: 0, max: 1);                        // each bend is so much weaker than the one before

        var logTime = Math.Log(kilometer) + exponent * Math.Log(meters / 1000);
        var where = firstBend;
        var strength = change;
        for (var i = 0; i < bends; i++)
        {
            var octaves = Math.Log2(meters / where);
            if (bend == Bend.Sharp)
                logTime += strength * Math.Max(octaves, 0);
            else
                logTime += strength * Math.Log2(1 + Math.Exp(2 * octaves)) / 2;
            where *= spacing;
            strength *= fading;
        }

        return Math.Exp(logTime) * (women ? womenFactor : 1);
    }

    /// <summary>The learned law: baked from the artefact at compile time, plain C# without a runtime behind it.</summary>
    /// <param name="meters">The distance in metres.</param>
    /// <param name="women">Whether women run.</param>
    /// <returns>The time in seconds.</returns>
    [Learned(nameof(Seconds))]
    public static partial double Predict(double meters, bool women);
}
