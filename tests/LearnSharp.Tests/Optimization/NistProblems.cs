namespace LearnSharp.Tests.Optimization;

/// <summary>
/// Problems of the Statistical Reference Datasets for nonlinear regression of the National Institute of Standards and Technology
/// (NIST StRD, public domain):
/// data, published starts and certified results.
/// </summary>
internal static class NistProblems
{
    /// <summary>Misra, D. (1978), dental research, monomolecular adsorption.</summary>
    public static readonly NistProblem Misra1a = new(
        (b, x) => b[0] * (1 - Dual.Exp(-b[1] * x[0])),
        [
            10.07, 14.73, 17.94, 23.93, 29.61, 35.18, 40.02, 44.82, 50.76, 55.05, 61.01, 66.4, 75.47, 81.78
        ],
        [
            77.6, 114.9, 141.1, 190.8, 239.9, 289, 332.8, 378.4, 434.8, 477.3, 536.8, 593.1, 689.1, 760
        ],
        starts: [[500, 0.0001], [250, 0.0005]],
        certified: [2.3894212918E2, 5.5015643181E-4],
        standardErrors: [2.7070075241E0, 7.2668688436E-6],
        sumOfSquares: 1.2455138894E-1);

    /// <summary>Box, Hunter and Hunter (1978), biochemical oxygen demand.</summary>
    public static readonly NistProblem BoxBOD = new(
        (b, x) => b[0] * (1 - Dual.Exp(-b[1] * x[0])),
        [
            109, 149, 149, 191, 213, 224
        ],
        [
            1, 2, 3, 5, 7, 10
        ],
        starts: [[1, 1], [100, 0.75]],
        certified: [2.1380940889E2, 5.4723748542E-1],
        standardErrors: [1.2354515176E1, 1.0455993237E-1],
        sumOfSquares: 1.1680088766E3);

    /// <summary>Daniel and Wood (1980), radiated energy of a carbon filament lamp.</summary>
    public static readonly NistProblem DanWood = new(
        (b, x) => b[0] * Dual.Pow(x[0], b[1]),
        [
            2.138, 3.421, 3.597, 4.34, 4.882, 5.66
        ],
        [
            1.309, 1.471, 1.49, 1.565, 1.611, 1.68
        ],
        starts: [[1, 5], [0.7, 4]],
        certified: [7.6886226176E-1, 3.8604055871E0],
        standardErrors: [1.8281973860E-2, 5.1726610913E-2],
        sumOfSquares: 4.3173084083E-3);

    /// <summary>Kowalik and Osborne (1978); hard from the first start.</summary>
    public static readonly NistProblem MGH09 = new(
        (b, x) => b[0] * ((x[0] * x[0]) + (x[0] * b[1])) / ((x[0] * x[0]) + (x[0] * b[2]) + b[3]),
        [
            0.1957, 0.1947, 0.1735, 0.16, 0.0844, 0.0627, 0.0456, 0.0342, 0.0323, 0.0235, 0.0246
        ],
        [
            4, 2, 1, 0.5, 0.25, 0.167, 0.125, 0.1, 0.0833, 0.0714, 0.0625
        ],
        starts: [[25, 39, 41.5, 39], [0.25, 0.39, 0.415, 0.39]],
        certified: [1.9280693458E-1, 1.9128232873E-1, 1.2305650693E-1, 1.3606233068E-1],
        standardErrors: [1.1435312227E-2, 1.9633220911E-1, 8.0842031232E-2, 9.0025542308E-2],
        sumOfSquares: 3.0750560385E-4);

    /// <summary>Meyer (1970); hard from the first start.</summary>
    public static readonly NistProblem MGH10 = new(
        (b, x) => b[0] * Dual.Exp(b[1] / (x[0] + b[2])),
        [
            34780, 28610, 23650, 19630, 16370, 13720, 11540, 9744, 8261, 7030, 6005, 5147, 4427, 3820, 3307, 2872
        ],
        [
            50, 55, 60, 65, 70, 75, 80, 85, 90, 95, 100, 105, 110, 115, 120, 125
        ],
        starts: [[2, 400000, 25000], [0.02, 4000, 250]],
        certified: [5.6096364710E-3, 6.1813463463E3, 3.4522363462E2],
        standardErrors: [1.5687892471E-4, 2.3309021107E1, 7.8486103508E-1],
        sumOfSquares: 8.7945855171E1);

    /// <summary>Osborne (1972); hard from the first start.</summary>
    public static readonly NistProblem MGH17 = new(
        (b, x) => b[0] + (b[1] * Dual.Exp(-x[0] * b[3])) + (b[2] * Dual.Exp(-x[0] * b[4])),
        [
            0.844, 0.908, 0.932, 0.936, 0.925, 0.908, 0.881, 0.85, 0.818, 0.784, 0.751, 0.718, 0.685, 0.658, 0.628, 0.603, 0.58, 0.558,
            0.538, 0.522, 0.506, 0.49, 0.478, 0.467, 0.457, 0.448, 0.438, 0.431, 0.424, 0.42, 0.414, 0.411, 0.406
        ],
        [
            0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120, 130, 140, 150, 160, 170, 180, 190, 200, 210, 220, 230, 240, 250, 260,
            270, 280, 290, 300, 310, 320
        ],
        starts: [[50, 150, -100, 1, 2], [0.5, 1.5, -1, 0.01, 0.02]],
        certified: [3.7541005211E-1, 1.9358469127E0, -1.4646871366E0, 1.2867534640E-2, 2.2122699662E-2],
        standardErrors: [2.0723153551E-3, 2.2031669222E-1, 2.2175707739E-1, 4.4861358114E-4, 8.9471996575E-4],
        sumOfSquares: 5.4648946975E-5);

    /// <summary>Ratkowsky (1983), growth of onions.</summary>
    public static readonly NistProblem Rat43 = new(
        (b, x) => b[0] / Dual.Pow(1 + Dual.Exp(b[1] - (b[2] * x[0])), 1 / b[3]),
        [
            16.08, 33.83, 65.8, 97.2, 191.55, 326.2, 386.87, 520.53, 590.03, 651.92, 724.93, 699.56, 689.96, 637.56, 717.41
        ],
        [
            1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15
        ],
        starts: [[100, 10, 1, 1], [700, 5, 0.75, 1.3]],
        certified: [6.9964151270E2, 5.2771253025E0, 7.5962938329E-1, 1.2792483859E0],
        standardErrors: [1.6302297817E1, 2.0828735829E0, 1.9566123451E-1, 6.8761936385E-1],
        sumOfSquares: 8.7864049080E3);
}
