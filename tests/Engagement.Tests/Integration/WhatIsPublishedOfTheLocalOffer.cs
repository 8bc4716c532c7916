using Engagement.Common;
using Engagement.Feedback;
using Engagement.LocalOffer;
using Engagement.Releases;

namespace Engagement.Tests.Integration;

/// <summary>Comments on the Local Offer and responses, year by year, from the loops.</summary>
public sealed class WhatIsPublishedOfTheLocalOffer : PlatformTest
{
    private static readonly Guid Analyst = Guid.Parse("0192d5e4-7b00-7c01-8d02-9e03af04b112");
    private static readonly Guid DecisionMaker = Guid.Parse("0192d5e4-7b00-7c01-8d02-9e03af04b113");
    private static readonly ReleaseSubject Subject = ReleaseSubject.OfLocalOffer(new LocalOfferYear(2019));

    private LocalOfferReads Reads => Platform.Get<LocalOfferReads>();

    [Fact]
    public async Task A_comment_is_in_each_year_in_which_it_was_open_as_it_stood_at_its_end()
    {
        var theme = await MarkedAsync("Finding what there is");
        var loop = await DecidedAsync(theme, new DateOnly(2020, 1, 15));
        await PublishAsync(loop, new DateOnly(2020, 2, 1), "We will make a better search");
        await Platform.Feedback.TakeActionAsync(
            new TakeAction(loop, "There is a better search", "https://council.example.test/search", new DateOnly(2020, 10, 1)), On(new DateOnly(2020, 10, 1)), default);
        await PublishAsync(loop, new DateOnly(2020, 10, 5), "There is a better search");
        await Platform.Feedback.RecordTellingAsync(new RecordTelling(loop, "Letters", 40), On(new DateOnly(2020, 10, 9)), default);

        (await YearAsync(2018)).Return.Comments.ShouldBeEmpty();
        var first = (await YearAsync(2019)).Return.Comments.ShouldHaveSingleItem();
        var second = (await YearAsync(2020)).Return.Comments.ShouldHaveSingleItem();
        var third = await YearAsync(2021);

        (first.Matter, first.Title, first.Comment, first.Response, first.State, first.Change).ShouldBe(
            (LocalOfferMatter.Accessibility, "Finding what there is", "You hear different things", "We will make a better search", EntryState.WeWill, null));
        first.Promises.ShouldBe([new LocalOfferPromise("A search by age and district", "Local Offer Manager", new DateOnly(2020, 6, 30), IsDelivered: false)]);
        (second.Response, second.State, second.Proof, second.PublishedOn, second.UpdatedOn).ShouldBe(
            ("There is a better search", EntryState.WeDid, "https://council.example.test/search", new DateOnly(2020, 2, 1), new DateOnly(2020, 10, 5)));
        second.Promises.ShouldHaveSingleItem().IsDelivered.ShouldBeTrue();
        third.Return.Comments.ShouldBeEmpty("it was closed before the year began");
        (await YearAsync(2019)).Missing.ShouldBe([new LocalOfferMissing(LocalOfferGap.Proof, "Finding what there is", theme, loop)], "the promise was due in June");
        third.Years.ShouldContain(2019);
    }

    [Fact]
    public async Task What_has_no_published_answer_is_a_number_and_for_officers_a_list()
    {
        await MarkedAsync("Nobody has taken this up");
        var waits = await MarkedAsync("This waits for a decision");
        await Platform.Feedback.OpenLoopAsync(new OpenLoop(waits), On(new DateOnly(2019, 12, 1)), default);
        var decided = await MarkedAsync("This is decided");
        await DecidedAsync(decided, new DateOnly(2020, 3, 1));
        await OpenThemeAsync("This is about buses");

        var year = await YearAsync(2019);

        (year.Return.NotTakenUp, year.Return.NotDecided, year.Return.NotPublished, year.Return.StillOpen).ShouldBe((1, 1, 1, 3));
        year.Missing.Select(missing => (missing.What, missing.Title)).ShouldBe(
        [
            (LocalOfferGap.Loop, "Nobody has taken this up"), (LocalOfferGap.Decision, "This waits for a decision"), (LocalOfferGap.Publication, "This is decided"),
        ]);
    }

    [Fact]
    public async Task A_comment_that_goes_into_another_theme_takes_its_mark_along()
    {
        var marked = await MarkedAsync("Finding what there is");
        var other = await OpenThemeAsync("Searching");
        await Platform.Get<ThemeCommands>().MergeAsync(new MergeThemes([marked], other), Story.Officer, default);

        var missing = (await YearAsync(2019)).Missing.ShouldHaveSingleItem();

        (missing.ThemeId, missing.Title).ShouldBe((other, "Searching"));
    }

    [Fact]
    public async Task A_year_is_frozen_as_a_release_and_can_be_made_again_to_the_byte()
    {
        var theme = await MarkedAsync("Finding what there is");
        var loop = await DecidedAsync(theme, new DateOnly(2020, 1, 15));
        await PublishAsync(loop, new DateOnly(2020, 2, 1), "We will make a better search");
        var releases = Platform.Get<ReleaseCommands>();
        await Platform.CatchUpAsync();

        var id = await releases.DraftAsync(new DraftRelease("The Local Offer 2019/20", Subject), By(Analyst), default);
        var drafted = (await Platform.Get<ReleaseReads>().FindAsync(id, default))!;
        (drafted.State, (await Platform.Get<ReleaseReads>().LocalOfferAsync(drafted, default))!.Comments.Count).ShouldBe((ReleaseState.Checked, 1));
        await releases.ApproveAsync(new ApproveRelease(id), By(DecisionMaker), default);
        await releases.PublishAsync(new PublishRelease(id), By(DecisionMaker), default);
        // Whatever is put right later is in a revision, and not in what was published.
        await Platform.Feedback.DraftEntryAsync(new DraftEntry(loop, "You hear different things", "We will make a much better search"), Story.Officer, default);

        var published = (await Platform.Get<ReleaseReads>().FindAsync(id, default))!;
        var frozen = ReleasedFigures.LocalOfferOf(published.Figures!)!;
        (frozen.Name, frozen.StillOpen, frozen.Comments.ShouldHaveSingleItem().Response).ShouldBe(("2019/20", 0, "We will make a better search"));
        ReleasedFigures.TablesOf(published.Figures!).ShouldBeEmpty();
        (await Platform.Get<ReleaseReads>().VerifyAsync(id, default)).ShouldBe(new ReleaseVerification(id, IsUntouched: true, IsReproduced: true));
        (await Should.ThrowAsync<RuleRefusedException>(() => releases.DraftAsync(new DraftRelease("Again", Subject), By(Analyst), default))).Code.ShouldBe("REASON_MISSING");
        var again = await releases.DraftAsync(new DraftRelease("Again", Subject, Reason: "A comment was left out"), By(Analyst), default);
        (await Platform.Get<ReleaseReads>().FindAsync(again, default))!.State.ShouldBe(ReleaseState.Checked);
    }

    [Fact]
    public async Task A_year_that_is_not_over_or_of_which_nothing_is_known_is_not_released()
    {
        await MarkedAsync("Finding what there is");
        var present = LocalOfferYear.Of(Story.Today);

        foreach (var year in new[] { present, new LocalOfferYear(1999) })
        {
            (await Should.ThrowAsync<RuleRefusedException>(() => Platform.Get<ReleaseCommands>().DraftAsync(
                new DraftRelease("The Local Offer", ReleaseSubject.OfLocalOffer(year)), By(Analyst), default))).Code.ShouldBe("FIGURES_NOT_THERE");
        }
    }

    private Task<LocalOfferDraft> YearAsync(int year) => Reads.OfAsync(year, null, default);

    private static CommandContext On(DateOnly day) => Story.Officer with { OccurredAt = LondonCalendar.StartOf(day).AddHours(12) };

    private static CommandContext By(Guid person) => new("analyst") { ActorId = person };

    private Task<Guid> OpenThemeAsync(string title) => Platform.Feedback.OpenThemeAsync(new OpenTheme(null, title, "What people said"), On(new DateOnly(2019, 11, 1)), default);

    private async Task<Guid> MarkedAsync(string title)
    {
        var theme = await OpenThemeAsync(title);
        await Platform.Get<ThemeCommands>().MarkForLocalOfferAsync(new MarkThemeForLocalOffer(theme, LocalOfferMatter.Accessibility), Story.Officer, default);
        return theme;
    }

    private async Task<Guid> DecidedAsync(Guid theme, DateOnly day)
    {
        var loop = await Platform.Feedback.OpenLoopAsync(new OpenLoop(theme), On(day.AddDays(-10)), default);
        await Platform.Feedback.RecordDecisionAsync(
            new RecordDecision(loop, DecisionOutcome.WeWill, day, "Director of SEND", "Families asked for it", "A printed directory", null), On(day), default);
        await Platform.Feedback.MakeCommitmentAsync(
            new MakeCommitment(loop, "A search by age and district", "Local Offer Manager", new DateOnly(2020, 6, 30)), On(day), default);
        return loop;
    }

    private async Task PublishAsync(Guid loop, DateOnly day, string response)
    {
        await Platform.Feedback.DraftEntryAsync(new DraftEntry(loop, "You hear different things", response), On(day), default);
        await Platform.Feedback.ApproveEntryAsync(new ApproveEntry(loop, FamilyReader.ParentForum), Story.Reader with { OccurredAt = On(day).OccurredAt }, default);
        await Platform.Feedback.PublishEntryAsync(new PublishEntry(loop, "You hear different things", response), On(day), default);
    }
}
