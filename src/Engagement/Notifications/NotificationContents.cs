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
    internal NotificationLinks LinksOf(Mailbox mailbox, NotificationAudience audience)
    {
        var token = tokens.OfRecipient(mailbox);
        return new NotificationLinks(At(audience is NotificationAudience.Staff ? "/staff/reminders" : $"/e-mail/{token}"), At($"/e-mail/{token}/stop"));
    }

    /// <summary>The question whether an address is theirs.</summary>
    internal AddressToConfirmContent QuestionOf(Mailbox mailbox) => new(At($"/e-mail/confirm/{tokens.OfAddress(mailbox)}"));

    /// <summary>Begins to read what several letters are about, with the receipts of all of them.</summary>
    internal async Task<NotificationTurn> BeginTurnAsync(IReadOnlyCollection<WaitingNotification> waiting, CancellationToken cancellationToken)
    {
        Guid[] responses =
        [
            .. waiting.Where(one => one.Kind is NotificationKind.ResponseReceived or NotificationKind.ViewRead or NotificationKind.ViewGrouped)
                .Select(one => one.ResponseId).Distinct(),
        ];
        var receipts = responses.Length == 0 ? [] : await store.LoadManyAsync<Receipt>(responses, cancellationToken);
        return new NotificationTurn(receipts.ToDictionary(receipt => receipt.Id));
    }

    /// <summary>Null where there is nothing to say any more: it was taken back or is being looked at again.</summary>
    internal async Task<NotificationContent?> FindAsync(
        WaitingNotification waiting,
        Mailbox mailbox,
        NotificationAudience audience,
        NotificationLanguage language,
        Interests interests,
        NotificationTurn turn,
        CancellationToken cancellationToken)
    {
        var isYoung = audience is NotificationAudience.YoungPeople;
        switch (waiting.Kind)
        {
            case NotificationKind.ViewRead:
                return new ViewReadContent(await TitleAsync(waiting.ResponseId, turn, cancellationToken), Journey());
            case NotificationKind.ConsultationOpened:
                // Not where it was paused, given up or has ended while this waited, nor where they chose other things since.
                return await ConsultationAsync(waiting.AboutId, turn, cancellationToken) is { ClosesOn: { } closesOn } opened
                    && opened.StateOn(clock.LondonToday()) is ConsultationState.Open && interests.Include(opened)
                        ? new ConsultationOpenedContent(opened.Title, closesOn, PageOf(opened.Slug, isYoung), interests.In(opened))
                        : null;
            case NotificationKind.WeeklyDigest:
                var monday = LondonWeek.Of(waiting.QueuedAt);
                return await turn.OnceAsync((waiting.Kind, monday, isYoung, language), () => WeekAsync(monday, isYoung, language, cancellationToken));
            case NotificationKind.ResponseDue or NotificationKind.CommitmentDue or NotificationKind.ErasureDue or NotificationKind.LoopEscalated:
                return await turn.OnceAsync((waiting.Kind, waiting.Occasion), () => reminders.FindAsync(waiting.Occasion, clock.LondonToday(), cancellationToken)) is { } due
                    ? new ReminderContent(due.Kind, due.Title, due.DueOn, due.DueOn.DayNumber - clock.LondonToday().DayNumber, due.Who, At(due.Page))
                    : null;
            case NotificationKind.ResponseReceived:
                return new ResponseReceivedContent(await TitleAsync(waiting.ResponseId, turn, cancellationToken), printer.ReferenceOf(waiting.ResponseId), Journey());
            case NotificationKind.ViewGrouped:
                return await turn.OnceAsync(("theme", waiting.AboutId), () => feedback.ThemesByIdsAsync([waiting.AboutId], cancellationToken)) is [var theme]
                    ? new ViewGroupedContent(await TitleAsync(waiting.ResponseId, turn, cancellationToken), theme.Title, Journey())
                    : null;
        }

        if (await turn.OnceAsync(("loop", waiting.AboutId), () => feedback.FindLoopAsync(waiting.AboutId, cancellationToken)) is not { Entry: { } entry, PublishedAs: not null } loop)
            return null;

        var (youSaid, weDid, wordsLanguage) = Words(loop, entry, isYoung, language);
        return waiting.Kind is NotificationKind.EntryPublished
            ? new EntryPublishedContent(youSaid, entry.State, weDid, EntryAt(entry.Slug, isYoung)) { WordsLanguage = wordsLanguage }
            : new ConfirmationAskedContent(
                youSaid, entry.State, weDid, answer => At($"/e-mail/answer/{tokens.OfQuestion(waiting.Id, mailbox)}?answer={answer.ToString().ToLowerInvariant()}"))
            { WordsLanguage = wordsLanguage };

        Uri Journey() => At($"{(isYoung ? "/your-voice" : "")}/track/{printer.ReferenceOf(waiting.ResponseId)}");
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
        // Young people read all answers in one place: the address alone does not tell them apart.
        var told = items.Select(item => (item.Address, item.About)).ToHashSet();
        return week with { Opened = Untold(week.Opened), Answered = Untold(week.Answered), Yours = items };

        IReadOnlyList<DigestItem> Untold(IReadOnlyList<DigestItem> all) => [.. all.Where(item => !told.Contains((item.Address, item.About)))];
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

    private async Task<string> TitleAsync(Guid response, NotificationTurn turn, CancellationToken cancellationToken)
    {
        if (!turn.Receipts.TryGetValue(response, out var receipt))
            return "";
        if (receipt.ConsultationId is { } id && await ConsultationAsync(id, turn, cancellationToken) is { } consultation)
            return consultation.Title;

        var titles = await turn.OnceAsync(("wave", receipt.WaveId), () => store.ListAsync(
            "select coalesce(w.data ->> 'Title', i.data -> 'Instrument' ->> 'Title', '') from public.mt_doc_wavepage w "
            + "left join public.mt_doc_instrumentsheet i on i.id = (w.data ->> 'InstrumentId')::uuid where w.id = $1",
            row => row.GetString(0),
            cancellationToken,
            receipt.WaveId));
        return titles is [var title] ? title : "";
    }

    private Task<ConsultationPage?> ConsultationAsync(Guid id, NotificationTurn turn, CancellationToken cancellationToken) =>
        turn.OnceAsync(("consultation", id), () => consultations.FindAsync(id, cancellationToken));

    private Uri At(string path) => new(site.Address, path);
}

/// <summary>A notification that waits to be sent.</summary>
/// <param name="Id">The notification.</param>
/// <param name="Kind">What it says.</param>
/// <param name="ResponseId">Of which response.</param>
/// <param name="AboutId">The response, theme or loop.</param>
/// <param name="Occasion">What makes it another one than the last of its kind.</param>
/// <param name="QueuedAt">Since when it waits.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="IsTime">Whether it is due, and may be sent at this time of day and so soon after the last letter.</param>
/// <param name="IsAwaited">Whether somebody has just done something and waits for it.</param>
internal sealed record WaitingNotification(
    Guid Id, NotificationKind Kind, Guid ResponseId, Guid AboutId, Guid Occasion, DateTimeOffset QueuedAt, int Attempts, bool IsTime, bool IsAwaited);

/// <summary>What is read for the letters that are written together. What many of them are about is the same, and is read for the first.</summary>
internal sealed class NotificationTurn(IReadOnlyDictionary<Guid, Receipt> receipts)
{
    private readonly Dictionary<object, Task> _read = [];

    public IReadOnlyDictionary<Guid, Receipt> Receipts => receipts;

    public Task<T> OnceAsync<T>(object what, Func<Task<T>> read)
    {
        if (!_read.TryGetValue(what, out var known))
            _read.Add(what, known = read());
        return (Task<T>)known;
    }
}
