using Engagement.Common;
using Engagement.Feedback;
using Engagement.Tests.Specs;
using EventStore;
using static Engagement.Tests.Feedback.Views;

namespace Engagement.Tests.Feedback;

public sealed class WhenCodingAgain : Spec<CodingSample>
{
    private static readonly Guid First = Guid.Parse("aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa");
    private static readonly Guid Second = Guid.Parse("bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb");
    private static readonly Guid ViewId = Guid.Parse("cccccccc-cccc-4ccc-8ccc-cccccccccccc");
    private static readonly CodingSampleDrawn Drawn = new(ConsultationId, 7, [ViewId]);

    [Fact]
    public void somebody_else_codes_without_knowing_the_first_coding() =>
        Given(Drawn).When(Code(Second, AboutMessages)).Then(new SecondCodingGiven(ViewId, [Messages.Id], [Trust.Id]));

    [Fact]
    public void not_codable_is_a_second_coding_too() => Given(Drawn).When(Code(Second)).Then(new SecondCodingGiven(ViewId, [], [Trust.Id]));

    [Fact]
    public void the_first_coder_is_not_the_second() =>
        Given(Drawn)
            .When(Code(First, AboutMessages))
            .ThenRefused("SAME_CODER", "You coded this view the first time. Somebody else must code it the second time", "viewId");

    [Fact]
    public void whoever_codes_again_is_known() =>
        Given(Drawn).When(Code(null, AboutMessages)).ThenRefused("CODER_UNKNOWN", "Sign in with your own account to code views a second time");

    [Fact]
    public void only_views_of_the_sample_are_coded_again() =>
        Given(Drawn with { ViewIds = [Guid.NewGuid()] }).When(Code(Second)).ThenRefused("VIEW_NOT_IN_SAMPLE", "This view is not in the sample", "viewId");

    [Fact]
    public void each_is_coded_again_once() =>
        Given(Drawn, new SecondCodingGiven(ViewId, [], [Trust.Id]))
            .When(Code(Second))
            .ThenRefused("VIEW_ALREADY_CODED_AGAIN", "This view has been coded a second time already", "viewId");

    [Fact]
    public void a_merged_theme_takes_no_second_code() => Given(Drawn).When(Code(Second, MessagesGone)).ThenRefused("THEME_MERGED");

    [Fact]
    public void a_withdrawn_view_is_not_coded_again() =>
        Given(Drawn)
            .When(sample => CodeAgain.Decide(new CodeAgain(Id, ViewId, []), sample, FirstCoded() with { IsWithdrawn = true }, [], Second))
            .ThenRefused("VIEW_WITHDRAWN");

    [Fact]
    public void the_same_seed_draws_the_same_views_in_whatever_order_they_are_listed()
    {
        Guid[] views = [.. Enumerable.Range(0, 40).Select(i => DeterministicId.From("view", $"{i}"))];

        var drawn = Draw(5, 10, views);

        drawn.Count.ShouldBe(10);
        drawn.ShouldBeUnique();
        Draw(5, 10, [.. views.Reverse()]).ShouldBe(drawn);
        Draw(6, 10, views).ShouldNotBe(drawn);
    }

    [Theory]
    [InlineData(0, "SAMPLE_SIZE_INVALID", "Enter a number of views from 1 to 500")]
    [InlineData(501, "SAMPLE_SIZE_INVALID", "Enter a number of views from 1 to 500")]
    [InlineData(2, "SAMPLE_TOO_LARGE", "There are 1 coded views to draw from. Enter a smaller number, or code more views first")]
    public void a_sample_has_a_size(int count, string code, string message) =>
        DrawCodingSample.Decide(new DrawCodingSample(ConsultationId, 1, count), [Guid.NewGuid()]).Refusal.ShouldBe(new Refusal(code, message, "count"));

    [Fact]
    public void a_view_is_given_so_many_themes_and_no_more() =>
        CodeAgain.Check(new CodeAgain(Guid.NewGuid(), ViewId, [.. Enumerable.Repeat(ViewId, 51)]))
            .ShouldBe(new Refusal("TOO_MANY_THEMES", "Choose 50 themes or fewer at a time", "themeIds"));

    private static IReadOnlyList<Guid> Draw(int seed, int count, IReadOnlyCollection<Guid> from) =>
        ((CodingSampleDrawn)DrawCodingSample.Decide(new DrawCodingSample(ConsultationId, seed, count), from).Events.Single()).ViewIds;

    private static View FirstCoded()
    {
        var view = View.Evolve(null, Event.For(Captured, ViewId)).ShouldNotBeNull();
        return view with { Codes = [new ViewCode(Trust.Id, First)], CoderIds = [First] };
    }

    private static Func<CodingSample, Decision> Code(Guid? coder, params CodingTheme[] themes) =>
        sample => CodeAgain.Decide(new CodeAgain(Id, ViewId, [.. themes.Select(theme => theme.Card.Id)]), sample, FirstCoded(), themes, coder);
}
