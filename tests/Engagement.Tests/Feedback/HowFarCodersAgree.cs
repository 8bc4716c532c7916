using Engagement.Feedback;

namespace Engagement.Tests.Feedback;

public sealed class HowFarCodersAgree
{
    private static readonly Guid A = Guid.Parse("aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa");
    private static readonly Guid B = Guid.Parse("bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb");
    private static readonly Guid C = Guid.Parse("cccccccc-cccc-4ccc-8ccc-cccccccccccc");

    /// <summary>
    /// 20 both yes, 5 and 10 only one, 15 both no. They agree on 35 of 50: po = 0.7. The first says yes to 25, the second to 30:
    /// pe = (25 x 30 + 25 x 20) / 2500 = 0.5. So kappa = 0.2 / 0.5 = 0.4.
    /// </summary>
    [Fact]
    public void by_cohens_formula_worked_out_by_hand() => new CohenKappa(20, 5, 10, 15).Value.ShouldNotBeNull().ShouldBe(0.4, 1e-12);

    [Theory]
    [InlineData(10, 0, 0, 10, 1)]
    [InlineData(0, 10, 10, 0, -1)]
    [InlineData(25, 25, 25, 25, 0)]
    public void from_always_over_chance_to_never(int both, int first, int second, int neither, double kappa) =>
        new CohenKappa(both, first, second, neither).Value.ShouldNotBeNull().ShouldBe(kappa, 1e-12);

    [Theory]
    [InlineData(12, 0)]
    [InlineData(0, 12)]
    public void where_everything_is_one_answer_it_means_nothing(int both, int neither) => new CohenKappa(both, 0, 0, neither).Value.ShouldBeNull();

    /// <summary>po = 0.7 and 45 / 50 = 0.9; pe = 0.5 and (50 x 45 + 0 x 5) / 2500 = 0.9.</summary>
    [Fact]
    public void over_several_themes_the_means_are_taken_before_the_formula() =>
        CohenKappa.Pooled([new CohenKappa(20, 5, 10, 15), new CohenKappa(45, 5, 0, 0)]).ShouldNotBeNull().ShouldBe((0.8 - 0.7) / (1 - 0.7), 1e-12);

    [Fact]
    public void of_nothing_there_is_no_agreement() => CohenKappa.Pooled([]).ShouldBeNull();

    [Fact]
    public void each_theme_is_a_decision_of_its_own_and_each_difference_is_listed()
    {
        var views = Enumerable.Range(0, 4).Select(_ => Guid.NewGuid()).ToArray();

        var agreement = CodingAgreement.Of(
            [Coded(views[0], [A], [A]), Coded(views[1], [A, B], [A]), Coded(views[2], [B], [B]), Coded(views[3], [], [B])], theme => theme);

        agreement.Views.ShouldBe(4);
        agreement.Themes.Select(theme => (theme.ThemeId, theme.Kappa)).ShouldBe([(A, new CohenKappa(2, 0, 0, 2)), (B, new CohenKappa(1, 1, 1, 1))]);
        // po = 1 and 0.5, pe = 0.5 and 0.5.
        agreement.Kappa.ShouldNotBeNull().ShouldBe(0.5, 1e-12);
        agreement.Disagreements.Select(d => d.ViewId).ShouldBe([views[1], views[3]]);
        agreement.Disagreements[0].FirstOnly.ShouldBe([B]);
        agreement.Disagreements[0].SecondOnly.ShouldBeEmpty();
        agreement.Disagreements[1].SecondOnly.ShouldBe([B]);
    }

    [Fact]
    public void themes_that_are_one_today_are_no_disagreement()
    {
        var agreement = CodingAgreement.Of([Coded(Guid.NewGuid(), [A], [C])], theme => theme == C ? A : theme);

        agreement.Disagreements.ShouldBeEmpty();
        agreement.Themes.ShouldHaveSingleItem().ThemeId.ShouldBe(A);
    }

    private static SecondCodingGiven Coded(Guid view, IReadOnlyList<Guid> first, IReadOnlyList<Guid> second) => new(view, second, first);
}
