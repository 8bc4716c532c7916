using Engagement.Feedback;
using Engagement.Tests.Specs;

namespace Engagement.Tests.Feedback;

public sealed class WhenAThemeIsAboutTheLocalOffer : Spec<Theme>
{
    private static readonly ThemeOpened Opened = new(null, "Finding what there is", "The Local Offer is hard to search");

    [Fact]
    public void it_says_of_what_it_is_a_comment_and_that_can_be_taken_back()
    {
        Given(Opened).When(Mark(LocalOfferMatter.Accessibility)).Then(new ThemeMarkedForLocalOffer(LocalOfferMatter.Accessibility));
        Given(Opened, new ThemeMarkedForLocalOffer(LocalOfferMatter.Accessibility)).When(Mark(null)).Then(new ThemeMarkedForLocalOffer(null));
    }

    [Fact]
    public void nothing_happens_where_it_is_so_already()
    {
        Given(Opened).When(Mark(null)).ThenNothing();
        Given(Opened, new ThemeMarkedForLocalOffer(LocalOfferMatter.Content)).When(Mark(LocalOfferMatter.Content)).ThenNothing();
    }

    [Fact]
    public void a_theme_that_went_into_another_is_not_marked() =>
        Given(Opened, new ThemesMerged([Id], Guid.NewGuid())).When(Mark(LocalOfferMatter.Content)).ThenRefused("THEME_MERGED");

    private static Func<Theme, Engagement.Common.Decision> Mark(LocalOfferMatter? matter) =>
        theme => MarkThemeForLocalOffer.Decide(new MarkThemeForLocalOffer(Id, matter), theme, "Finding what there is");
}
