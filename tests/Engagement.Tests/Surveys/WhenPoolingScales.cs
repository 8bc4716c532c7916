using Engagement.Common;
using Engagement.Surveys;
using Engagement.Tests.Specs;
using static Engagement.Tests.Surveys.Questionnaires;

namespace Engagement.Tests.Surveys;

public sealed class WhenPoolingScales : Spec<Instrument>
{
    private const string Three = "agreement-3-easy-read";
    private const string Five = "agreement-5";

    private static readonly ScalePoint[] Points = [new("easy-agree", "agree"), new("easy-neither", "neither"), new("easy-disagree", "disagree")];
    private static readonly ScaleMappingRecorded Recorded = new(new ScaleMapping(Three, Five, Points), "Read by twelve young people", "Analyst");

    [Fact]
    public void three_points_are_never_counted_on_five_without_a_recorded_mapping()
    {
        ScalePooling.PointOn(Five, Three, "easy-agree", []).ShouldBeNull();
        ScalePooling.PointOn(Five, Three, "not-sure", []).ShouldBeNull();
        ScalePooling.PointOn(Three, Five, "agree", [Recorded.Mapping]).ShouldBeNull("a mapping goes one way");
    }

    [Fact]
    public void with_one_each_point_counts_as_another()
    {
        ScalePooling.PointOn(Five, Three, "easy-agree", [Recorded.Mapping]).ShouldBe("agree");
        ScalePooling.PointOn(Five, Three, "not-sure", [Recorded.Mapping]).ShouldBe("not-sure");
        ScalePooling.PointOn(Five, Five, "agree", []).ShouldBe("agree");
    }

    [Fact]
    public void the_mapping_is_recorded_with_its_reason() => Given(Drafted).When(Record(Three, Five, Points)).Then(Recorded);

    [Fact]
    public void every_point_counts_as_one() =>
        Given(Drafted)
            .When(Record(Three, Five, Points[0], Points[1]))
            .ThenRefused("MAPPING_INCOMPLETE", "Say of each point of the first scale which point of the second it counts as", "points");

    [Fact]
    public void no_point_counts_as_two() =>
        Given(Drafted).When(Record(Three, Five, [.. Points, new ScalePoint("easy-agree", "strongly-agree")])).ThenRefused("MAPPING_INCOMPLETE");

    [Theory]
    [InlineData(Three, "satisfaction-5")]
    [InlineData(Three, Three)]
    [InlineData("agreement-7", Five)]
    public void the_scales_are_two_of_one_kind(string from, string to) =>
        Given(Drafted).When(Record(from, to, Points)).ThenRefused("SCALE_UNKNOWN", "Choose two scales of the same kind", "fromScale");

    [Fact]
    public void it_has_a_reason_and_a_name()
    {
        Given(Drafted).When(i => RecordScaleMapping.Decide(new RecordScaleMapping(Id, Three, Five, Points, "", "Analyst"), i))
            .ThenRefused("REASON_REQUIRED", "Enter why these answers mean the same", "reason");
        Given(Drafted).When(i => RecordScaleMapping.Decide(new RecordScaleMapping(Id, Three, Five, Points, "Because", ""), i))
            .ThenRefused("APPROVAL_MISSING", "Enter the role that approved this mapping", "approvedByRole");
    }

    [Fact]
    public void the_same_again_changes_nothing_and_another_takes_its_place()
    {
        ScalePoint[] strong = [new("easy-agree", "strongly-agree"), Points[1], Points[2]];

        Given(Drafted, Recorded).When(Record(Three, Five, Points)).ThenNothing();
        Given(Drafted, Recorded).When(Record(Three, Five, strong)).Then(Recorded with { Mapping = new ScaleMapping(Three, Five, strong) });
        Instruments.After(Drafted, Recorded, Recorded with { Mapping = new ScaleMapping(Three, Five, strong) })
            .ScaleMappings.ShouldHaveSingleItem().Points[0].To.ShouldBe("strongly-agree");
    }

    private static Func<Instrument, Decision> Record(string from, string to, params ScalePoint[] points) => instrument =>
        RecordScaleMapping.Decide(new RecordScaleMapping(Id, from, to, points, "Read by twelve young people", "Analyst"), instrument);
}
