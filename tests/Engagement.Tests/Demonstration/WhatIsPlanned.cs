using Engagement.Activities;
using Engagement.Common;
using Engagement.Seeder;
using Engagement.Surveys;

namespace Engagement.Tests.Demonstration;

/// <summary>The numbers of the long stories, before anything is loaded.</summary>
public sealed class WhatIsPlanned
{
    private const string Dartford = "E07000107";
    private const string Thanet = "E07000114";

    private static readonly StorySize Whole = StorySize.Of(DemonstrationProfile.Medium)!;
    private static readonly IReadOnlyList<PlannedResponse> Responses = [.. StrategyStory.Plan(Whole)];

    [Fact]
    public void There_are_221_activities_with_2_466_attendances()
    {
        var plan = WrittenStatementStory.Plan();

        plan.Count.ShouldBe(221);
        plan.Sum(occasion => occasion.Attending).ShouldBe(2_466);
        plan.ShouldAllBe(occasion => occasion.Attending > 0);
        plan[WrittenStatementStory.OfThree - 1].Attending.ShouldBe(3);
        plan.Where(occasion => occasion.Kind == ActivityKind.OneToOne && occasion.Number != WrittenStatementStory.OfThree).ShouldAllBe(occasion => occasion.Attending == 1);
    }

    [Fact]
    public void They_are_from_June_2019_to_December_2020_on_working_days()
    {
        var days = WrittenStatementStory.Plan().Select(occasion => occasion.Day).ToList();

        days.ShouldBeInOrder();
        days[0].ShouldBe(new DateOnly(2019, 6, 3));
        days[^1].ShouldBe(new DateOnly(2020, 12, 11));
        days.ShouldAllBe(day => day.DayOfWeek != DayOfWeek.Saturday && day.DayOfWeek != DayOfWeek.Sunday);
    }

    [Fact]
    public void Parents_young_people_and_staff_are_asked_in_waves()
    {
        Of(Audience.ParentsAndCarers).ShouldBe([670, 640, 710, 820]);
        Of(Audience.YoungPeople).ShouldBe([180, 180, 180, 180]);
        Of(Audience.Staff).ShouldBe([1_100, 1_240]);
        WrittenStatementWaves.Responses(Whole).ShouldBe(WrittenStatementWaves.All.Sum(wave => wave.Responses));

        static IEnumerable<int> Of(Audience audience) =>
            WrittenStatementWaves.All.Where(wave => wave.Audience == audience).OrderBy(wave => wave.Opens).Select(wave => wave.Responses);
    }

    [Fact]
    public void Nine_hundred_answer_online_sixty_on_paper_forty_five_in_Easy_Read_and_twelve_organisations()
    {
        Count("online-").ShouldBe(900 + 1, "one of them also answered on paper");
        Count("paper-").ShouldBe(60);
        Count("easy-read-").ShouldBe(45);
        Count("organisation-").ShouldBe(12);
        (Responses.Count + 1).ShouldBe(Whole.Responses, "one comes late");
        Responses.Select(response => response.Name).ShouldBeUnique();

        int Count(string group) => Responses.Count(response => response.Name.StartsWith($"{StrategyStory.Name}:{group}", StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_parent_answers_online_and_on_paper()
    {
        var online = Responses.Single(response => response.Name == StrategyStory.ResponseKey("online-and-paper", 1));
        var paper = Responses.Single(response => response.Name == StrategyStory.ResponseKey("paper", 1));

        online.Form.Answers.ShouldBe(paper.Form.Answers);
        (online.Channel, paper.Channel).ShouldBe((Channel.Web, Channel.Paper));
    }

    [Fact]
    public void All_of_it_comes_while_the_consultation_is_open() => Responses.ShouldAllBe(response =>
        DateOnly.FromDateTime(response.At.Date) >= new DateOnly(2024, 9, 23) && DateOnly.FromDateTime(response.At.Date) <= new DateOnly(2024, 11, 11));

    [Fact]
    public void Some_districts_are_under_reached_and_a_fifth_do_not_say()
    {
        var shares = DistrictShares.Answers.Zip(DistrictShares.OfAnswers).ToDictionary(pair => pair.First, pair => pair.Second);
        var children = DistrictShares.Codes.Zip(DistrictShares.OfChildren).ToDictionary(pair => pair.First, pair => pair.Second);

        shares[DistrictShares.Unknown].ShouldBe(0.18f);
        shares.Values.Sum().ShouldBe(1, 0.001);
        foreach (var code in DistrictShares.Codes)
        {
            var ratio = shares[code] / 0.82f / children[code];
            if (code is Dartford or Thanet)
                ratio.ShouldBeLessThan(0.8f, code);
            else
                ratio.ShouldBeInRange(0.8f, 1.25f, code);
        }
    }

    [Fact]
    public void Four_of_a_hundred_answer_for_somebody_else() =>
        ((double)Responses.Count(response => response.Form.Proxy) / Responses.Count).ShouldBeInRange(0.02, 0.06);

    [Fact]
    public void All_twelve_organisations_give_one_answer_on_the_local_area() => Responses
        .Where(response => response.Name.Contains(":organisation-", StringComparison.Ordinal))
        .ShouldAllBe(response => response.Form.Answers.Single(answer => answer.QuestionKey == "P3").OptionKey == "disagree");

    [Fact]
    public void A_smaller_profile_is_the_beginning_of_a_larger_one()
    {
        var small = StrategyStory.Plan(StorySize.Of(DemonstrationProfile.Small)!).ToDictionary(response => response.Name);

        var same = Responses.Where(response => small.ContainsKey(response.Name)).ToList();

        same.Count.ShouldBe(small.Count);
        same.ShouldAllBe(response => response.At == small[response.Name].At && response.Form.Answers.SequenceEqual(small[response.Name].Form.Answers));
    }

    [Fact]
    public void Fifty_five_of_sixty_themes_have_a_loop_and_forty_are_answered_in_public()
    {
        StrategyLoops.Points.Count.ShouldBe(StrategyLoops.Loops);
        StrategyLoops.Points.Select(point => point.Key).ShouldBeUnique();
        StrategyLoops.Published.ShouldBe(40);
        (StrategyLoops.Delivered - StrategyLoops.Reopened).ShouldBe(28, "closed and not reopened");
        StrategyLoops.Confirmed.ShouldBe(17);
    }
}
