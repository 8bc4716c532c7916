using Engagement.Common;
using Engagement.Feedback;
using Engagement.Tests.Specs;

namespace Engagement.Tests.Feedback;

public sealed class WhenAnEntryCountsItsViews : Spec<Loop>
{
    private static readonly EntryPublished Published = LoopStory.Published(EntryState.WeWill);
    private static readonly EntryCorrected Corrected = new(LoopStory.Address, LoopStory.Words, "A name was spelled wrongly");

    [Theory]
    [InlineData(43, 45)]
    [InlineData(10, 10)]
    [InlineData(9, null)]
    [InlineData(0, null)]
    public void it_is_frozen_with_the_publication_and_small_numbers_are_not_shown(int views, int? shown) => Given(LoopStory.Opened)
        .When(loop => EntryCount.Freeze(Decision.To(Published), loop, views))
        .Then(Published, new EntryCountFrozen(shown, "Public", 2));

    [Theory]
    [InlineData(40, 43)]
    [InlineData(40, 51)]
    [InlineData(40, 29)]
    [InlineData(40, 40)]
    [InlineData(null, 10)]
    [InlineData(null, 18)]
    public void what_was_said_stays_while_only_a_few_more_or_fewer_say_so(int? said, int views) =>
        Given(LoopStory.Opened, Published, new EntryCountFrozen(said, "Public", 2))
            .When(loop => EntryCount.Freeze(Decision.To(Corrected), loop, views))
            .Then(Corrected);

    [Theory]
    [InlineData(40, 52, 50)]
    [InlineData(40, 28, 30)]
    [InlineData(40, 5, null)]
    [InlineData(null, 19, 20)]
    public void a_correction_counts_anew_what_has_changed_by_many(int? said, int views, int? shown) =>
        Given(LoopStory.Opened, Published, new EntryCountFrozen(said, "Public", 2))
            .When(loop => EntryCount.Freeze(Decision.To(Corrected), loop, views))
            .Then(Corrected, new EntryCountFrozen(shown, "Public", 2));

    [Fact]
    public void an_entry_from_before_counts_were_frozen_is_counted_when_it_is_corrected() => Given(LoopStory.Opened, Published)
        .When(loop => EntryCount.Freeze(Decision.To(Corrected), loop, 43))
        .Then(Corrected, new EntryCountFrozen(45, "Public", 2));

    [Fact]
    public void nothing_else_is_counted() => Given(LoopStory.Opened)
        .When(loop => EntryCount.Freeze(Decision.To(LoopStory.Drafted), loop, 43))
        .Then(LoopStory.Drafted);

    [Fact]
    public void what_is_refused_is_refused() => Given(LoopStory.Opened)
        .When(loop => EntryCount.Freeze(Decision.Refuse("NO", "No"), loop, 43))
        .ThenRefused("NO", "No");
}
