using Engagement.Metrics;
using Engagement.Tests.Specs;

namespace Engagement.Tests.Metrics;

public sealed class WhenLoadingADenominatorSet
{
    private static readonly DateOnly Today = new(2024, 9, 23);

    private static readonly LoadDenominatorSet Set = Population.Children;

    [Fact]
    public void its_source_its_day_and_its_reading_are_kept_with_it() => When(Set with { Title = $" {Set.Title}\n" }).Then(
        new DenominatorSetLoaded(Set.Title, Set.Source, Set.AsAt, Set.Reading, 44_921, Set.Groups));

    [Fact]
    public void it_has_a_title() => When(Set with { Title = " " }).ThenRefused("TITLE_MISSING", "Enter a title for these numbers", "title");

    [Fact]
    public void it_says_where_it_is_from() =>
        When(Set with { Source = "" }).ThenRefused("SOURCE_MISSING", "Enter where these numbers are from", "source");

    [Fact]
    public void it_says_how_the_source_is_read() =>
        When(Set with { Reading = "" }).ThenRefused("READING_MISSING", "Enter who is counted, for example with or without plans", "reading");

    [Fact]
    public void it_is_not_of_a_day_to_come() => When(Set with { AsAt = Today.AddDays(1) }).ThenRefused(
        "DATE_IN_FUTURE", "Enter the day these numbers are of, which cannot be in the future", "asAt");

    [Fact]
    public void it_counts_somebody() => When(Set with { Total = 0 }).ThenRefused("TOTAL_MISSING", "Enter how many people there are in all", "total");

    [Fact]
    public void everybody_lives_in_one_district() => When(Set with { Total = 44_922 }).ThenRefused(
        "GROUPS_DO_NOT_ADD_UP", "The districts add up to 44,921, not to 44,922", "groups");

    [Fact]
    public void of_some_the_phase_is_not_known() => When(Set with { Groups = [Phase("primary", 20_000)] }).Then(
        new DenominatorSetLoaded(Set.Title, Set.Source, Set.AsAt, Set.Reading, 44_921, [Phase("primary", 20_000)]));

    [Fact]
    public void no_more_are_in_the_groups_than_there_are() =>
        When(Set with { Groups = [Phase("primary", 40_000), Phase("secondary", 4_922)] }).ThenRefused(
            "GROUPS_DO_NOT_ADD_UP", "The phases add up to 44,922, not to 44,921", "groups");

    [Fact]
    public void a_group_is_there_once() =>
        When(Set with { Groups = [Phase("primary", 1), Phase("primary ", 2)] }).ThenRefused("GROUP_TWICE", "The group primary is there twice", "groups");

    [Fact]
    public void a_district_is_one_of_the_county() =>
        When(Set with { Groups = [new DenominatorGroup(DenominatorDimension.District, "E09000001", 1)] }).ThenRefused(
            "DISTRICT_UNKNOWN", "There is no district with the code E09000001", "groups");

    [Theory]
    [InlineData("", 1)]
    [InlineData("primary", -1)]
    public void a_group_has_a_key_and_a_count(string key, int count) =>
        When(Set with { Groups = [Phase(key, count)] }).ThenRefused("GROUP_INVALID", "Enter each group with its key and how many people are in it", "groups");

    [Fact]
    public void its_texts_are_of_a_length_that_figures_can_show() =>
        When(Set with { Reading = new string('a', 301) }).ThenRefused("TEXT_TOO_LONG", "Use 300 characters or fewer", "reading");

    private static DenominatorGroup Phase(string key, int count) => new(DenominatorDimension.Phase, key, count);

    private static Outcome When(LoadDenominatorSet command) => new(LoadDenominatorSet.Decide(command, Today));
}
