using Engagement.Seeder;
using Engagement.Seeder.Texts;

namespace Engagement.Tests.Demonstration;

/// <summary>What the demonstration's people say.</summary>
public sealed class WhatPeopleWrite
{
    private const int Many = 6_000;

    private static readonly ViewWriter Writer = new(2024);
    private static readonly IReadOnlyList<WrittenView> Written = [.. Enumerable.Range(1, Many).Select(i => Writer.Write(VoiceOf(i), i))];

    [Fact]
    public void The_same_number_is_always_the_same_text_whatever_was_written_before()
    {
        var backwards = Enumerable.Range(1, 100).Reverse().Select(i => new ViewWriter(2024).Write(VoiceOf(i), i).Text).Reverse();

        backwards.ShouldBe(Written.Take(100).Select(view => view.Text));
    }

    [Fact]
    public void Another_seed_is_another_text() =>
        Enumerable.Range(1, 100).Count(i => new ViewWriter(2025).Write(VoiceOf(i), i).Text == Written[i - 1].Text).ShouldBeLessThan(5);

    [Fact]
    public void Of_six_thousand_hardly_two_are_alike()
    {
        var views = Written.Where(view => view.Kind == WrittenKind.View).Select(view => view.Text).ToList();

        (views.Count - views.Distinct().Count()).ShouldBeLessThan(Many / 40);
        views.GroupBy(text => text).Max(group => group.Count()).ShouldBeLessThanOrEqualTo(5);
    }

    [Fact]
    public void No_gap_is_left_open_and_nothing_is_said_that_is_no_sentence()
    {
        foreach (var view in Written)
        {
            view.Text.ShouldNotContain("{");
            view.Text.ShouldNotContain("[");
            view.Text.ShouldNotContain("|");
            view.Text.ShouldNotContain("  ");
            view.Text.ShouldNotContain("lorem", Case.Insensitive);
            view.Text.Length.ShouldBeInRange(3, 700);
        }
    }

    [Fact]
    public void Some_are_a_few_words_and_some_a_paragraph()
    {
        var lengths = Written.Select(view => view.Text.Split(' ').Length).Order().ToList();

        lengths[Many / 10].ShouldBeLessThan(20);
        lengths[Many * 9 / 10].ShouldBeGreaterThan(40);
    }

    [Fact]
    public void Every_point_is_made_often_and_the_first_most_often()
    {
        var counts = Written.SelectMany(view => view.Points.Take(1)).CountBy(point => point.Key).ToDictionary();

        counts.Count.ShouldBe(60);
        counts.Values.Min().ShouldBeGreaterThan(20);
        counts["answers"].ShouldBeGreaterThan(2 * counts["family-life"]);
    }

    [Fact]
    public void A_few_only_greet_and_a_few_leave_a_number()
    {
        Written.Count(view => view.Kind == WrittenKind.Greeting).ShouldBeInRange(Many / 100, Many * 3 / 100);
        Written.Count(view => view.Kind == WrittenKind.ContactDetails).ShouldBeInRange(Many / 400, Many / 80);
        Written.ShouldNotContain(view => view.Kind == WrittenKind.Disclosure, "nobody's need for help is hidden among survey answers");
    }

    [Fact]
    public void Nine_of_ten_are_coded_as_they_were_meant()
    {
        var views = Written.Where(view => view.Points.Count > 0).ToList();

        var right = views.Where((view, i) => Coder.Read(view, 1, i) is [var first, ..] && first == view.Points[0]).Count();

        ((double)right / views.Count).ShouldBeInRange(0.88, 0.92);
    }

    [Fact]
    public void What_makes_no_point_cannot_be_coded() =>
        Written.Where(view => view.Kind == WrittenKind.Greeting).ShouldAllBe(view => Coder.Read(view, 1, 1) == null);

    private static Voice VoiceOf(int number) => (number % 10) switch
    {
        < 6 => Voice.Parents,
        < 9 => Voice.YoungPeople,
        _ => Voice.Organisations,
    };
}
