using System.Text.Json.Nodes;
using Engagement.Measures;
using Tests.Shared;

namespace Engagement.Tests.Measures;

/// <summary>The measures of the Written Statement of Action are exactly what its rows say, with what is unclear in them.</summary>
public sealed class WhenTheMeasuresAreLoaded
{
    [Fact]
    public void all_53_rows_are_as_the_file_has_them()
    {
        var file = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Folder, "src", "Engagement", "Measures", "measures.json")))!.AsArray();

        file.Count.ShouldBe(53);
        MeasureRow.All.Count.ShouldBe(53);
        foreach (var (row, loaded) in file.Zip(MeasureRow.All.Select(Loaded)))
            JsonNode.DeepEquals(row, AsRow(loaded)).ShouldBeTrue($"{row}\nwas read as\n{AsRow(loaded)}");
    }

    [Fact]
    public void what_is_unclear_is_kept()
    {
        Loaded("M3.8").DuplicateOf.ShouldBe("M1.5");
        Loaded("M1.2").Targets.ShouldAllBe(target => target.Kind == TargetKind.Blank);
        Loaded("M4.3").Note.ShouldContain("contradicts");
        Loaded("M7.1").Targets[0].Kind.ShouldBe(TargetKind.NotApplicable);
        Loaded("M3.9").Targets.Select(target => target.Kind).ShouldBe([TargetKind.ToBeConfirmed, TargetKind.Blank, TargetKind.Blank, TargetKind.Composite]);
        Loaded("M7.2").Targets[0].Text.ShouldBe("Network established");
    }

    [Fact]
    public void what_is_unclear_is_told_in_plain_words()
    {
        foreach (var note in MeasureRow.All.Select(row => Loaded(row).Note).Where(note => note.Length > 0))
            MeasureWords.Note(note).ShouldNotBe(note);

        MeasureWords.Note(Loaded("M1.2").Note).ShouldBe("it sets no targets");
        MeasureWords.Unit(Loaded("M3.2").Unit).ShouldBe("a number by its name, % by its targets");
    }

    [Fact]
    public void targets_that_are_worse_than_their_baseline_are_queries_and_not_put_right()
    {
        var attainment = MeasureRecord.After(Loaded("M4.6"), new ActualReported("2019", 32.5m, null, null, null, [], null))!;

        RatingRule.Of(attainment, "2019").Rating.ShouldBe(MeasureRating.Query);
        RatingRule.Of(attainment, "2019").Wanted.ShouldBe(32.0m);
    }

    [Fact]
    public void each_baseline_that_was_read_is_in_the_words_of_its_row()
    {
        foreach (var row in MeasureRow.All)
        {
            if (CatalogueBaselines.Of(row.Id) is { } baseline)
                row.BaselineText.Replace(",", "", StringComparison.Ordinal).ShouldContain(baseline.Value.ToString(System.Globalization.CultureInfo.InvariantCulture), Case.Sensitive, row.Id);
        }
    }

    private static MeasureRecord Loaded(string code) => Loaded(MeasureRow.All.Single(row => row.Id == code));

    private static MeasureRecord Loaded(MeasureRow row) => row.Events().Aggregate((MeasureRecord?)null, MeasureRecord.After)!;

    private static JsonObject AsRow(MeasureRecord measure) => new()
    {
        ["id"] = measure.Code,
        ["area"] = measure.Area,
        ["name"] = measure.Name,
        ["data_source"] = measure.DataSource,
        ["frequency"] = measure.Frequency,
        ["baseline_text"] = measure.BaselineText,
        ["periods"] = new JsonArray([.. measure.Periods.Select(period => (JsonNode)period)]),
        ["targets"] = new JsonArray([.. measure.Targets.Select(AsTarget)]),
        ["unit"] = measure.Unit,
        ["better"] = measure.Direction == MeasureDirection.Lower ? "lower" : "higher",
        ["note"] = measure.Note,
        ["duplicate_of"] = measure.DuplicateOf,
        ["seed"] = measure.Origin,
    };

    private static JsonObject? AsTarget(MeasureTarget target) => target.Kind switch
    {
        TargetKind.Blank => null,
        TargetKind.ImproveByPercent => new JsonObject { ["kind"] = "improve_from_baseline_at_least_pct", ["value"] = target.Value },
        TargetKind.Reach => Number("reach", target),
        TargetKind.AtLeast => Number("at_least", target),
        TargetKind.Above => Number("above", target),
        TargetKind.Below => Number("below", target),
        _ => new JsonObject { ["kind"] = "text", ["value"] = target.Text },
    };

    private static JsonObject Number(string op, MeasureTarget target) => new() { ["kind"] = "number", ["op"] = op, ["value"] = target.Value };
}
