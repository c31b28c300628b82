using System.Collections.Generic;

namespace QuickStart;

/// <summary>
/// World records over standard running distances as they stood on 31 December 2023.
/// Source: World Athletics, lists of world records (https://worldathletics.org/records/by-category/world-records).
/// </summary>
public static class WorldRecords
{
    private const double Mile = 1609.344;
    private const double HalfMarathon = 21097.5;
    private const double Marathon = 42195;

    /// <summary>The records the law is fitted to.</summary>
    public static IReadOnlyList<Race> Training { get; } =
    [
        new(100, false, 9.58),                            // Usain Bolt 2009
        new(200, false, 19.19),                           // Usain Bolt 2009
        new(800, false, Time(minutes: 1, seconds: 40.91)),   // David Rudisha 2012
        new(1000, false, Time(minutes: 2, seconds: 11.96)),  // Noah Ngeny 1999
        new(Mile, false, Time(minutes: 3, seconds: 43.13)),  // Hicham El Guerrouj 1999
        new(2000, false, Time(minutes: 4, seconds: 43.13)),  // Jakob Ingebrigtsen 2023
        new(5000, false, Time(minutes: 12, seconds: 35.36)), // Joshua Cheptegei 2020
        new(10000, false, Time(minutes: 26, seconds: 11.00)), // Joshua Cheptegei 2020
        new(Marathon, false, Time(hours: 2, minutes: 0, seconds: 35)), // Kelvin Kiptum 2023
        new(100, true, 10.49),                            // Florence Griffith-Joyner 1988
        new(200, true, 21.34),                            // Florence Griffith-Joyner 1988
        new(400, true, 47.60),                            // Marita Koch 1985
        new(1000, true, Time(minutes: 2, seconds: 28.98)),   // Svetlana Masterkova 1996
        new(1500, true, Time(minutes: 3, seconds: 49.11)),   // Faith Kipyegon 2023
        new(3000, true, Time(minutes: 8, seconds: 6.11)),    // Wang Junxia 1993
        new(5000, true, Time(minutes: 14, seconds: 0.21)),   // Gudaf Tsegay 2023
        new(HalfMarathon, true, Time(hours: 1, minutes: 2, seconds: 52)), // Letesenbet Gidey 2021
        new(Marathon, true, Time(hours: 2, minutes: 11, seconds: 53)), // Tigst Assefa 2023
    ];

    /// <summary>Records the law has not seen.</summary>
    public static IReadOnlyList<Race> HeldOut { get; } =
    [
        new(400, false, 43.03),                           // Wayde van Niekerk 2016
        new(1500, false, Time(minutes: 3, seconds: 26.00)),  // Hicham El Guerrouj 1998
        new(3000, false, Time(minutes: 7, seconds: 20.67)),  // Daniel Komen 1996
        new(HalfMarathon, false, Time(minutes: 57, seconds: 31)), // Jacob Kiplimo 2021
        new(800, true, Time(minutes: 1, seconds: 53.28)),    // Jarmila Kratochvílová 1983
        new(Mile, true, Time(minutes: 4, seconds: 7.64)),    // Faith Kipyegon 2023
        new(10000, true, Time(minutes: 29, seconds: 1.03)),  // Letesenbet Gidey 2021
    ];

    private static double Time(double hours = 0, double minutes = 0, double seconds = 0) => (((hours * 60) + minutes) * 60) + seconds;
}
