using System.Collections.Frozen;

namespace Engagement.Measures;

/// <summary>
/// The numbers that the data file has in the words of its baselines, read once by hand. Where no day is said, it is the end of the year before the Written
/// Statement. What has no number there has no baseline until somebody sets it.
/// </summary>
internal static class CatalogueBaselines
{
    private const string ApprovedBy = "Written Statement of Action, 2019";

    private static readonly FrozenDictionary<string, BaselineSet> ByCode = new Dictionary<string, BaselineSet>
    {
        ["M1.3"] = new(762, null, new DateOnly(2019, 3, 31), ApprovedBy, "In one year, while the targets are for six months", [], null),
        ["M1.5"] = new(45, null, new DateOnly(2019, 1, 31), ApprovedBy, null, [], null),
        ["M2.2"] = new(762, null, new DateOnly(2019, 3, 31), ApprovedBy, "In one year, while the targets are for six months", [], null),
        ["M3.1"] = new(9.2m, null, new DateOnly(2019, 3, 31), ApprovedBy, "April 2018 to March 2019", [], null),
        ["M3.2"] = new(0, null, new DateOnly(2019, 3, 31), ApprovedBy, null, [], null),
        ["M3.3"] = new(5.1m, null, new DateOnly(2019, 3, 31), ApprovedBy, "April 2018 to March 2019", [], null),
        ["M3.4"] = new(31.5m, null, new DateOnly(2019, 3, 31), ApprovedBy, "April 2018 to March 2019", [], null),
        ["M3.5"] = new(41, null, new DateOnly(2019, 3, 31), ApprovedBy, "April 2018 to March 2019", [], null),
        ["M3.6"] = new(24.4m, null, new DateOnly(2019, 5, 31), ApprovedBy, null, [], null),
        ["M3.7"] = new(49.2m, null, new DateOnly(2019, 5, 31), ApprovedBy, null, [], null),
        ["M3.8"] = new(45, null, new DateOnly(2019, 1, 31), ApprovedBy, null, [], null),
        ["M3.10"] = new(0.5m, null, new DateOnly(2019, 5, 31), ApprovedBy, null, [], null),
        ["M3.11a"] = new(146, null, new DateOnly(2019, 3, 31), ApprovedBy, "2018 to 2019", [], null),
        ["M3.11b"] = new(78, null, new DateOnly(2019, 3, 31), ApprovedBy, null, [], null),
        ["M3.14a"] = new(8.6m, null, new DateOnly(2019, 3, 31), ApprovedBy, null, [], null),
        ["M3.14b"] = new(4.6m, null, new DateOnly(2019, 3, 31), ApprovedBy, null, [], null),
        ["M4.1"] = new(24, null, new DateOnly(2018, 12, 31), ApprovedBy, "Kent, 2018", [], null),
        ["M4.2"] = new(-1.2m, null, new DateOnly(2018, 12, 31), ApprovedBy, "Kent, 2018", [], null),
        ["M4.3"] = new(59.8m, null, new DateOnly(2018, 12, 31), ApprovedBy, "Kent, 2018", [], null),
        ["M4.4"] = new(-1.7m, null, new DateOnly(2018, 12, 31), ApprovedBy, "Kent, 2018", [], null),
        ["M4.5"] = new(-1.7m, null, new DateOnly(2018, 12, 31), ApprovedBy, "Kent, 2018", [], null),
        ["M4.6"] = new(33.7m, null, new DateOnly(2018, 12, 31), ApprovedBy, "Kent, 2018", [], null),
        ["M4.7"] = new(-0.62m, null, new DateOnly(2018, 12, 31), ApprovedBy, "Kent, 2018", [], null),
        ["M5.3"] = new(0.5m, null, new DateOnly(2019, 5, 31), ApprovedBy, null, [], null),
        ["M6.2"] = new(29, null, new DateOnly(2019, 3, 31), ApprovedBy, null, [], null),
        ["M6.4"] = new(38, null, new DateOnly(2019, 3, 31), ApprovedBy, "Each month", [], null),
        ["M6.5"] = new(42, null, new DateOnly(2019, 3, 31), ApprovedBy, "Each month, on average", [], null),
        ["M7.2"] = new(45, null, new DateOnly(2019, 3, 31), ApprovedBy, null, [], null),
        ["M7.4"] = new(55, null, new DateOnly(2019, 3, 31), ApprovedBy, "East Kent only", [], null),
        ["M9.1"] = new(15, 9000, new DateOnly(2019, 6, 30), ApprovedBy, null, [], null),
        ["M9.2"] = new(50, 4000, new DateOnly(2019, 6, 30), ApprovedBy, null, [], null),
        ["M9.3"] = new(5000, null, new DateOnly(2019, 6, 30), ApprovedBy, "About", [], null),
        ["M9.4"] = new(0, null, new DateOnly(2019, 3, 31), ApprovedBy, null, [], null),
        ["M9.5"] = new(41, null, new DateOnly(2019, 3, 31), ApprovedBy, null, [], null),
        ["M9.6"] = new(76, null, new DateOnly(2019, 3, 31), ApprovedBy, null, [], null),
    }.ToFrozenDictionary();

    public static BaselineSet? Of(string code) => ByCode.GetValueOrDefault(code);
}
