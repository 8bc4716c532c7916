using Engagement.Activities;
using Engagement.Common;
using Engagement.Tests.Specs;
using static Engagement.Tests.Activities.ActivityStory;

namespace Engagement.Tests.Activities;

public sealed class WhenPlanningAnActivity : Spec<Activity>
{
    [Fact]
    public void it_is_planned_with_how_much_people_decide() => Planning(Plan).Then(Planned);

    [Fact]
    public void the_level_is_mandatory() =>
        Planning(Plan with { Level = null })
            .ThenRefused("LEVEL_MISSING", "Say how much people will decide, from informing to co-producing", "level");

    [Fact]
    public void people_under_18_need_a_safeguarding_plan() =>
        Planning(Plan with { Audience = Audience.ParentsAndCarers, SafeguardingPlan = " " })
            .ThenRefused("SAFEGUARDING_PLAN_MISSING", "Add a safeguarding plan, because people under 18 take part", "safeguardingPlan");

    [Fact]
    public void young_people_may_be_under_18_whatever_was_ticked() =>
        Planning(Plan with { IncludesUnder18s = false, SafeguardingPlan = null }).ThenRefused("SAFEGUARDING_PLAN_MISSING");

    [Fact]
    public void adults_need_none() =>
        Planning(Plan with { Audience = Audience.ParentsAndCarers, IncludesUnder18s = false, SafeguardingPlan = null })
            .Then(Planned with { Audience = Audience.ParentsAndCarers, IncludesUnder18s = false, SafeguardingPlan = null });

    [Fact]
    public void how_people_have_a_say_is_not_left_out() =>
        Planning(Plan with { Lundy = null! }).ThenRefused("LUNDY_SPACE_MISSING", "Say how people will have a safe space to speak", "lundy.space");

    [Fact]
    public void it_may_be_today() => Planning(Plan with { OnDay = Today }).Then(Planned with { OnDay = Today });

    [Fact]
    public void it_is_not_in_the_past() =>
        Planning(Plan with { OnDay = Today.AddDays(-1) }).ThenRefused("DAY_IN_THE_PAST", "Choose a day that is today or later", "onDay");

    [Fact]
    public void it_is_in_a_district_of_the_county_or_in_none()
    {
        Planning(Plan with { District = "E06000035" }).ThenRefused("DISTRICT_UNKNOWN", "Choose one of the districts of the county", "district");
        Planning(Plan with { District = null }).Then(Planned with { District = null });
    }

    [Theory]
    [InlineData("space", "LUNDY_SPACE_MISSING", "Say how people will have a safe space to speak")]
    [InlineData("voice", "LUNDY_VOICE_MISSING", "Say how people will be helped to say what they think")]
    [InlineData("audience", "LUNDY_AUDIENCE_MISSING", "Say who will listen, and how they will hear it")]
    [InlineData("influence", "LUNDY_INFLUENCE_MISSING", "Say what people can change, and how they will be told")]
    public void all_four_parts_of_having_a_say_are_planned(string part, string code, string message)
    {
        var lundy = part switch
        {
            "space" => Lundy with { Space = "" },
            "voice" => Lundy with { Voice = "" },
            "audience" => Lundy with { Audience = "" },
            _ => Lundy with { Influence = "" },
        };

        Planning(Plan with { Lundy = lundy }).ThenRefused(code, message, $"lundy.{part}");
    }

    [Fact]
    public void a_title_is_needed() => Planning(Plan with { Title = " " }).ThenRefused("TITLE_MISSING", "Enter a title for this activity", "title");

    private static Outcome Planning(PlanActivity command) => new(PlanActivity.Decide(command, Today));
}
