using Engagement.Common;
using Engagement.Consultations;
using Engagement.Feedback;
using Engagement.SignIn;
using Engagement.Surveys;
using EventStore;

namespace Engagement.Notifications;

/// <summary>What a notification is about, as it stands when it is sent: what was queued holds ids only.</summary>
public sealed class NotificationContents(
    DocumentStore store,
    FeedbackReads feedback,
    ConsultationReads consultations,
    DueReminders reminders,
    WeeklyNews week,
    ReceiptPrinter printer,
    NotificationTokens tokens,
    ISiteAddress site,
    TimeProvider clock)
{
    internal NotificationLinks LinksOf(Guid recipient, NotificationAudience audience)
    {
        var token = tokens.OfRecipient(recipient);
        return new NotificationLinks(At(audience is NotificationAudience.Staff ? "/staff/reminders" : $"/e-mail/{token}"), At($"/e-mail/{token}/stop"));
    }

    /// <summary>The question whether an address is theirs.</summary>
    internal AddressToConfirmContent QuestionOf(Guid recipient) => new(At($"/e-mail/confirm/{tokens.OfAddress(recipient)}"));

    /// <summary>Null where there is nothing to say any more: it was taken back or is being looked at again.</summary>
    internal async Task<NotificationContent?> FindAsync(
        WaitingNotification waiting, NotificationAudience audience, NotificationLanguage language, Interests interests, CancellationToken cancellationToken)
    {
        var isYoung = audience is NotificationAudience.YoungPeople;
        var reference = printer.ReferenceOf(waiting.ResponseId);
        var journey = At($"{(isYoung ? "/your-voice" : "")}/track/{reference}");
        switch (waiting.Kind)
        {
            case NotificationKind.ViewRead:
                return new ViewReadContent(await TitleAsync(waiting.ResponseId, cancellationToken), journey);
            case NotificationKind.ConsultationOpened:
                // Not where it was paused, given up or has ended while this waited.
                return await consultations.FindAsync(waiting.AboutId, cancellationToken) is { ClosesOn: { } closesOn } opened
                    && opened.StateOn(clock.LondonToday()) is ConsultationState.Open
                        ? new ConsultationOpenedContent(opened.Title, closesOn, PageOf(opened.Slug, isYoung), interests.In(opened))
                        : null;
            case NotificationKind.WeeklyDigest:
                return await WeekAsync(LondonWeek.Of(waiting.QueuedAt), isYoung, language, cancellationToken);
            case NotificationKind.ResponseDue or NotificationKind.CommitmentDue or NotificationKind.ErasureDue or NotificationKind.LoopEscalated:
                return await reminders.FindAsync(waiting.Occasion, clock.LondonToday(), cancellationToken) is { } due
                    ? new ReminderContent(due.Kind, due.Title, due.DueOn, due.DueOn.DayNumber - clock.LondonToday().DayNumber, due.Who, At(due.Page))
                    : null;
            case NotificationKind.ResponseReceived:
                return new ResponseReceivedContent(await TitleAsync(waiting.ResponseId, cancellationToken), reference, journey);
            case NotificationKind.ViewGrouped:
                return await feedback.ThemesByIdsAsync([waiting.AboutId], cancellationToken) is [var theme]
                    ? new ViewGroupedContent(await TitleAsync(waiting.ResponseId, cancellationToken), theme.Title, journey)
                    : null;
        }

        if (await feedback.FindLoopAsync(waiting.AboutId, cancellationToken) is not { Entry: { } entry, PublishedAs: not null } loop)
            return null;

        var (youSaid, weDid, wordsLanguage) = Words(loop, entry, isYoung, language);
        return waiting.Kind is NotificationKind.EntryPublished
            ? new EntryPublishedContent(youSaid, entry.State, weDid, EntryAt(entry.Slug, isYoung)) { WordsLanguage = wordsLanguage }
            : new ConfirmationAskedContent(
                youSaid, entry.State, weDid, answer => At($"/e-mail/answer/{tokens.OfQuestion(waiting.Id)}?answer={answer.ToString().ToLowerInvariant()}"))
            { WordsLanguage = wordsLanguage };
    }

    /// <summary>What one message says of all that there is to say to somebody.</summary>
    internal static NotificationContent Together(IReadOnlyList<NotificationContent> found)
    {
        if (found is [var only])
            return only;
        if (found.OfType<ReminderContent>().ToList() is { Count: > 0 } due)
            return new RemindersContent(due);
        var items = found.Where(content => content is not WeeklyDigestContent).Select(ItemOf).ToList();
        if (found.OfType<WeeklyDigestContent>().LastOrDefault() is not { } week)
            return new DigestContent(items);

        // What is theirs is not told again among what is everybody's.
        var told = items.Select(item => item.Address).ToHashSet();
        return week with { Opened = Untold(week.Opened), Answered = Untold(week.Answered), Yours = items };

        IReadOnlyList<DigestItem> Untold(IReadOnlyList<DigestItem> all) => [.. all.Where(item => !told.Contains(item.Address))];
    }

    private static DigestItem ItemOf(NotificationContent content) => Item(content) with { Language = content.WordsLanguage };

    private static DigestItem Item(NotificationContent content) => content switch
    {
        ResponseReceivedContent received => new DigestItem(received.Kind, received.About, received.Journey),
        ViewReadContent read => new DigestItem(read.Kind, read.About, read.Journey),
        ConsultationOpenedContent opened => new DigestItem(opened.Kind, opened.About, opened.Page),
        ViewGroupedContent grouped => new DigestItem(grouped.Kind, grouped.Theme, grouped.Journey),
        EntryPublishedContent published => new DigestItem(published.Kind, published.YouSaid, published.Entry),
        // Which answer is for them to choose there.
        ConfirmationAskedContent asked => new DigestItem(asked.Kind, asked.YouSaid, new Uri(asked.Answer(ConfirmationAnswer.Yes).GetLeftPart(UriPartial.Path))),
        _ => throw new ArgumentOutOfRangeException(nameof(content), content, "It is not one of several things that are new."),
    };

    /// <summary>What was opened and answered in the week before a Monday; null where nothing was.</summary>
    private async Task<WeeklyDigestContent?> WeekAsync(DateOnly monday, bool isYoung, NotificationLanguage language, CancellationToken cancellationToken)
    {
        var opened = new List<DigestItem>();
        foreach (var id in await week.OpenedAsync(monday, isYoung, cancellationToken))
        {
            if (await consultations.FindAsync(id, cancellationToken) is { } one && one.StateOn(clock.LondonToday()) is ConsultationState.Open)
                opened.Add(new DigestItem(NotificationKind.ConsultationOpened, one.Title, PageOf(one.Slug, isYoung)));
        }

        var answered = new List<DigestItem>();
        foreach (var id in await week.AnsweredAsync(monday, isYoung, cancellationToken))
        {
            if (await feedback.FindLoopAsync(id, cancellationToken) is not { Entry: { } entry, PublishedAs: not null } loop)
                continue;
            var (youSaid, _, words) = Words(loop, entry, isYoung, language);
            answered.Add(new DigestItem(NotificationKind.EntryPublished, youSaid, EntryAt(entry.Slug, isYoung)) { Language = words });
        }

        return opened.Count + answered.Count > 0 ? new WeeklyDigestContent(opened, answered, []) : null;
    }

    private Uri PageOf(string consultation, bool isYoung) => At($"{(isYoung ? "/your-voice/say" : "/consultations")}/{consultation}");

    private Uri EntryAt(string slug, bool isYoung) => At(isYoung ? "/your-voice/changed" : $"/you-said-we-did/{slug}");

    // In the words that fit best of those that were signed: Easy Read for young people, a translation for whoever reads another language.
    private static (string YouSaid, string WeDid, string Language) Words(LoopCard loop, PublishedEntry entry, bool isYoung, NotificationLanguage language)
    {
        var renditions = loop.Words?.Renditions ?? [];
        var isEnglish = language == NotificationLanguage.English;
        var fitting = renditions.FirstOrDefault(one => !isEnglish && one.Kind is RenditionKind.Translation && one.Language == language.Code)
            ?? renditions.FirstOrDefault(one => isYoung && isEnglish && one.Kind is RenditionKind.EasyRead);
        return fitting is null ? (entry.YouSaid, entry.WeDid, NotificationLanguage.OfOfficers) : (fitting.YouSaid, fitting.WeDid, fitting.Language);
    }

    private async Task<string> TitleAsync(Guid response, CancellationToken cancellationToken)
    {
        if (await store.LoadAsync<Receipt>(response, cancellationToken) is not { } receipt)
            return "";
        if (receipt.ConsultationId is { } id && await consultations.FindAsync(id, cancellationToken) is { } consultation)
            return consultation.Title;

        var titles = await store.ListAsync(
            "select coalesce(w.data ->> 'Title', i.data -> 'Instrument' ->> 'Title', '') from public.mt_doc_wavepage w "
            + "left join public.mt_doc_instrumentsheet i on i.id = (w.data ->> 'InstrumentId')::uuid where w.id = $1",
            row => row.GetString(0),
            cancellationToken,
            receipt.WaveId);
        return titles is [var title] ? title : "";
    }

    private Uri At(string path) => new(site.Address, path);
}

/// <summary>A notification that waits to be sent.</summary>
internal sealed record WaitingNotification(
    Guid Id, NotificationKind Kind, Guid ResponseId, Guid AboutId, Guid Occasion, DateTimeOffset QueuedAt, int Attempts);
