using Engagement.Common;
using Engagement.Consultations;
using Engagement.Feedback;
using Engagement.SignIn;
using Engagement.Surveys;
using EventStore;

namespace Engagement.Notifications;

/// <summary>What a notification is about, as it stands when it is sent: what was queued holds ids only.</summary>
public sealed class NotificationContents(
    DocumentStore store, FeedbackReads feedback, ConsultationReads consultations, ReceiptPrinter printer, NotificationTokens tokens, ISiteAddress site)
{
    internal NotificationLinks LinksOf(Guid recipient)
    {
        var token = tokens.OfRecipient(recipient);
        return new NotificationLinks(At($"/e-mail/{token}"), At($"/e-mail/{token}/stop"));
    }

    /// <summary>Null where there is nothing to say any more: it was taken back or is being looked at again.</summary>
    internal async Task<NotificationContent?> FindAsync(
        WaitingNotification waiting, NotificationAudience audience, NotificationLanguage language, CancellationToken cancellationToken)
    {
        var isYoung = audience is NotificationAudience.YoungPeople;
        var reference = printer.ReferenceOf(waiting.ResponseId);
        var journey = At($"{(isYoung ? "/your-voice" : "")}/track/{reference}");
        switch (waiting.Kind)
        {
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
            ? new EntryPublishedContent(youSaid, entry.State, weDid, At(isYoung ? "/your-voice/changed" : $"/you-said-we-did/{entry.Slug}")) { WordsLanguage = wordsLanguage }
            : new ConfirmationAskedContent(
                youSaid, entry.State, weDid, answer => At($"/e-mail/answer/{tokens.OfQuestion(waiting.Id)}?answer={answer.ToString().ToLowerInvariant()}"))
            { WordsLanguage = wordsLanguage };
    }

    /// <summary>The line of it among several that are new.</summary>
    internal static DigestItem ItemOf(NotificationContent content) => Item(content) with { Language = content.WordsLanguage };

    private static DigestItem Item(NotificationContent content) => content switch
    {
        ResponseReceivedContent received => new DigestItem(received.Kind, received.About, received.Journey),
        ViewGroupedContent grouped => new DigestItem(grouped.Kind, grouped.Theme, grouped.Journey),
        EntryPublishedContent published => new DigestItem(published.Kind, published.YouSaid, published.Entry),
        // Which answer is for them to choose there.
        ConfirmationAskedContent asked => new DigestItem(asked.Kind, asked.YouSaid, new Uri(asked.Answer(ConfirmationAnswer.Yes).GetLeftPart(UriPartial.Path))),
        _ => throw new ArgumentOutOfRangeException(nameof(content), content, "It is not one of several things that are new."),
    };

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
internal sealed record WaitingNotification(Guid Id, NotificationKind Kind, Guid ResponseId, Guid AboutId, int Attempts);
