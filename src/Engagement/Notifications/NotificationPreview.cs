using Engagement.Common;
using Engagement.Feedback;

namespace Engagement.Notifications;

/// <summary>A message as it would be sent, about things made up for the purpose.</summary>
/// <param name="Template">Its kind.</param>
/// <param name="Audience">In whose words it is.</param>
/// <param name="Language">The code of its language.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="Text">As plain text, for those whose mail programs show nothing else.</param>
/// <param name="Html">As a page.</param>
/// <param name="OwnWords">The sentences that the platform says by itself, to measure how easy they are to read.</param>
public sealed record NotificationPreview(
    NotificationTemplate Template, NotificationAudience Audience, string Language, string Subject, string Text, string Html, IReadOnlyList<string> OwnWords)
{
    private static readonly Uri Site = new("https://engagement.example.test");

    private static readonly NotificationLinks Links = new(At("/e-mail/preview"), At("/e-mail/preview/stop"));

    /// <summary>The message of a kind, from this place; null when nothing is written in that language, or for that audience.</summary>
    public static NotificationPreview? Of(Place place, NotificationKind kind, NotificationAudience audience, string language)
    {
        var template = NotificationTemplate.All.Single(one => one.Kind == kind);
        if (NotificationLanguage.Find(language) is not { } words
            || !template.Audiences.Contains(audience)
            || (audience is NotificationAudience.Staff && words != NotificationLanguage.English))
        {
            return null;
        }

        var letter = LetterWriter.Write(place, Sample(kind, audience), audience, words, Links);
        return new NotificationPreview(
            template, audience, words.Code, letter.Subject, LetterText.Of(letter), LetterHtml.Of(letter), letter.OwnWords);
    }

    private static NotificationContent Sample(NotificationKind kind, NotificationAudience audience)
    {
        const string About = "Letters about support at school";
        var isYoung = audience is NotificationAudience.YoungPeople;
        var (said, did) = isYoung
            ? ("The letters are too long. We do not know what they mean.", "We made the letters short. There is a picture for each step.")
            : ("Letters about plans are long, and it is hard to find what we are asked to do.", "Every letter now has one page on top that says what happens next, and when.");
        var journey = At($"{(isYoung ? "/your-voice" : "")}/track/SEND-4F7K-9QXM");
        var entry = At($"{(isYoung ? "/your-voice/changed" : "/you-said-we-did")}/one-page-on-top-4t8w2n");
        return kind switch
        {
            NotificationKind.AddressToConfirm => new AddressToConfirmContent(At("/e-mail/preview/confirm")),
            NotificationKind.ResponseReceived => new ResponseReceivedContent(About, "SEND-4F7K-9QXM", journey),
            NotificationKind.ViewRead => new ViewReadContent(About, journey),
            NotificationKind.ViewGrouped => new ViewGroupedContent(About, isYoung ? "Short letters" : "Letters that say what happens next", journey),
            NotificationKind.EntryPublished => new EntryPublishedContent(said, EntryState.WeDid, did, entry),
            NotificationKind.ConfirmationAsked => new ConfirmationAskedContent(
                said, EntryState.WeDid, did, answer => At($"/e-mail/preview/answer/{answer.ToString().ToLowerInvariant()}")),
            NotificationKind.ConsultationOpened => new ConsultationOpenedContent(About, new DateOnly(2027, 3, 31), At($"{(isYoung ? "/your-voice/say" : "/consultations")}/letters-about-support"), new ToldBecause([], [SubjectArea.SchoolAndCollege], ["E07000114"])),
            NotificationKind.Digest => new DigestContent(
            [
                new DigestItem(NotificationKind.ViewGrouped, About, journey),
                new DigestItem(NotificationKind.EntryPublished, said, entry),
                new DigestItem(NotificationKind.ConsultationOpened, "Getting to school", At("/consultations/getting-to-school")),
            ]),
            NotificationKind.WeeklyDigest => new WeeklyDigestContent(
                [new DigestItem(NotificationKind.ConsultationOpened, "Getting to school", At($"{(isYoung ? "/your-voice/say" : "/consultations")}/getting-to-school"))],
                [new DigestItem(NotificationKind.EntryPublished, said, entry)],
                [new DigestItem(NotificationKind.ViewGrouped, About, journey)]),
            NotificationKind.Reminders => new RemindersContent([.. NotificationTemplate.All.Where(one => one.IsForStaff && one.Kind != kind).Select(one => Reminder(one.Kind))]),
            _ => Reminder(kind),
        };
    }

    private static ReminderContent Reminder(NotificationKind kind) => kind switch
    {
        NotificationKind.ResponseDue => new ReminderContent(kind, "Letters about support at school", new DateOnly(2027, 6, 23), 28, null, At("/staff/consultations/letters-about-support")),
        NotificationKind.CommitmentDue => new ReminderContent(kind, "Letters that say what happens next", new DateOnly(2027, 5, 26), 0, "SEND Family Engagement Officer", At("/staff")),
        NotificationKind.ErasureDue => new ReminderContent(kind, "Request for erasure", new DateOnly(2027, 5, 29), 3, null, At("/staff")),
        NotificationKind.LoopEscalated => new ReminderContent(kind, "Getting to school", new DateOnly(2027, 4, 27), -29, "SEND Improvement Board", At("/staff")),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no sample of it."),
    };

    private static Uri At(string path) => new(Site, path);
}
