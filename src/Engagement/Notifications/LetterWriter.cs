using Engagement.Common;
using Engagement.Feedback;

namespace Engagement.Notifications;

/// <summary>
/// The templates: what each kind of message says, for families and, in Easy Read, for young people. Every sentence is here in English and is translated in the
/// files beside this one.
/// </summary>
public static class LetterWriter
{
    public static Letter Write(Place place, NotificationContent content, NotificationAudience audience, NotificationLanguage words, NotificationLinks links)
    {
        ArgumentNullException.ThrowIfNull(place);
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(links);
        if (audience is NotificationAudience.Staff)
            return StaffLetters.Write(place, content, links);

        var isEasyRead = audience is NotificationAudience.YoungPeople;
        var (subject, parts) = content switch
        {
            AddressToConfirmContent asked => isEasyRead ? EasyRead(asked, words) : ForFamilies(asked, words),
            ResponseReceivedContent received => isEasyRead ? EasyRead(received, words) : ForFamilies(received, words),
            ViewReadContent read => isEasyRead ? EasyRead(read, words) : ForFamilies(read, words),
            ViewGroupedContent grouped => isEasyRead ? EasyRead(grouped, words) : ForFamilies(grouped, words),
            EntryPublishedContent published => isEasyRead ? EasyRead(published, words) : ForFamilies(published, words),
            ConfirmationAskedContent asked => isEasyRead ? EasyRead(asked, words) : ForFamilies(asked, words),
            ConsultationOpenedContent opened => isEasyRead ? EasyRead(opened, words) : ForFamilies(opened, words),
            DigestContent digest => isEasyRead ? EasyRead(digest, words) : ForFamilies(digest, words),
            WeeklyDigestContent week => isEasyRead ? EasyRead(week, words) : ForFamilies(week, words),
            _ => throw new ArgumentOutOfRangeException(nameof(content), content, "There is no template for it."),
        };
        parts = [.. parts.Select(part => part is QuotedWords quoted ? quoted with { Language = content.WordsLanguage } : part)];
        var footer = content is AddressToConfirmContent ? FooterOfQuestion(isEasyRead, words, links) : Footer(isEasyRead, words, links);
        return new Letter(place, subject, words, audience, parts, [.. footer, .. WhoSends(place, words)]);
    }

    /// <summary>Who it is that writes, and where to write to them.</summary>
    internal static LetterPart[] WhoSends(Place place, NotificationLanguage w) =>
    [
        new LetterFact(w["Who sends this"], place.RunBy),
        new LetterFact(w["Write to us"], place.Email),
        new LetterFact(w["By post"], place.PostalAddress),
    ];

    private static LetterPart[] Footer(bool isEasyRead, NotificationLanguage w, NotificationLinks links) =>
    [
        new OwnSentences(isEasyRead ? w["You asked us to write to you. You can stop it at any time."] : w["You get this because you asked us to write to you. You can stop it whenever you like."]),
        new LetterLink(w["Choose what we send, and how often"], links.Choices, IsMain: false),
        new LetterLink(w["Stop these e-mails"], links.Stop, IsMain: false),
    ];

    private static LetterPart[] FooterOfQuestion(bool isEasyRead, NotificationLanguage w, NotificationLinks links) =>
    [
        new OwnSentences(isEasyRead ? w["Somebody gave us this address. Was it not you? Then you need not do a thing."] : w["You get this because somebody gave us this address. If it was not you, you need do nothing."]),
        new LetterLink(w["Never write to this address"], links.Stop, IsMain: false),
    ];

    private static (string, LetterPart[]) ForFamilies(AddressToConfirmContent content, NotificationLanguage w) => (
        w["May we write to you here?"],
        [
            new OwnSentences(w["Somebody asked us to write to this address when there is news for them. If it was you, please say so."]),
            new LetterLink(w["Yes, write to me here"], content.Confirm),
            new OwnSentences(w["This opens a page with a button. Until you press it we send you nothing else. After a week we forget this address."]),
        ]);

    private static (string, LetterPart[]) EasyRead(AddressToConfirmContent content, NotificationLanguage w) => (
        w["Can we write to you here?"],
        [
            new OwnSentences(w["You asked us to write to you. Is this the right place? You tell us."]),
            new LetterLink(w["Yes, write to me here"], content.Confirm),
            new OwnSentences(w["This opens a page. Press the button there. If you do not, we will not write again."]),
        ]);

    private static (string, LetterPart[]) ForFamilies(ResponseReceivedContent content, NotificationLanguage w) => (
        w["We have got what you told us"],
        [
            new OwnSentences(w["Thank you. This is about:"]),
            new QuotedWords(null, content.About),
            new LetterFact(w["Your reference"], content.Reference),
            new OwnSentences(w["Keep it, with the secret that we showed you when you sent your answers. With both you can see what happens, change your answers or take them back."]),
            new LetterHeading(w["What happens next"]),
            new OwnSentences(w["Somebody will read every word. Then it is put together with what others said about the same point. We will tell you what is decided, and why."]),
            new LetterLink(w["See how far it has come"], content.Journey),
        ]);

    private static (string, LetterPart[]) EasyRead(ResponseReceivedContent content, NotificationLanguage w) => (
        w["We got your answers"],
        [
            new OwnSentences(w["Thank you. You told us about this:"]),
            new QuotedWords(null, content.About),
            new LetterFact(w["Your number"], content.Reference),
            new OwnSentences(w["Keep your number safe. Keep your secret code safe too. You need both to see your answers again."]),
            new LetterHeading(w["What will we do now?"]),
            new OwnSentences(w["We will read all of it. We will see who else said the same. Then we will tell you what we will do."]),
            new LetterLink(w["See what happens"], content.Journey),
        ]);

    private static (string, LetterPart[]) ForFamilies(ViewReadContent content, NotificationLanguage w) => (
        w["Somebody has read what you told us"],
        [
            new OwnSentences(w["This is about:"]),
            new QuotedWords(null, content.About),
            new OwnSentences(w["It has been read. Next, it is put together with what others said about the same point. We will write again when that is done."]),
            new LetterLink(w["See how far it has come"], content.Journey),
        ]);

    private static (string, LetterPart[]) EasyRead(ViewReadContent content, NotificationLanguage w) => (
        w["We read what you said"],
        [
            new OwnSentences(w["You told us about this:"]),
            new QuotedWords(null, content.About),
            new OwnSentences(w["We read it. Thank you. Now we will see who else said the same."]),
            new LetterLink(w["See what happens"], content.Journey),
        ]);

    private static (string, LetterPart[]) ForFamilies(ViewGroupedContent content, NotificationLanguage w) => (
        w["What you said is now part of a point that others make too"],
        [
            new OwnSentences(w["This is about:"]),
            new QuotedWords(null, content.About),
            new OwnSentences(w["What you said goes with what others said about the same point. The ones who decide will see it all together."]),
            new QuotedWords(w["We call the point"], content.Theme),
            new OwnSentences(w["We will tell you what they decide, and why."]),
            new LetterLink(w["See how far it has come"], content.Journey),
        ]);

    private static (string, LetterPart[]) EasyRead(ViewGroupedContent content, NotificationLanguage w) => (
        w["We put what you said with what others said"],
        [
            new OwnSentences(w["You told us about this:"]),
            new QuotedWords(null, content.About),
            new OwnSentences(w["Now we look at all of it as one."]),
            new QuotedWords(w["We call it"], content.Theme),
            new OwnSentences(w["Next we choose what to do. Then we will tell you."]),
            new LetterLink(w["See what happens"], content.Journey),
        ]);

    private static (string, LetterPart[]) ForFamilies(EntryPublishedContent content, NotificationLanguage w) => (
        w["There is an answer to what you told us"],
        [
            new OwnSentences(w["You made a point, and so did others. This is what came of it."]),
            new QuotedWords(w["You said"], content.YouSaid),
            new QuotedWords(Heading(content.State, w), content.WeDid),
            new LetterLink(w["Read the whole answer"], content.Entry),
        ]);

    private static (string, LetterPart[]) EasyRead(EntryPublishedContent content, NotificationLanguage w) => (
        w["We have an answer for you"],
        [
            new OwnSentences(w["You told us what you think. Other people told us too. This is our answer."]),
            new QuotedWords(w["You said"], content.YouSaid),
            new QuotedWords(Heading(content.State, w), content.WeDid),
            new LetterLink(w["Read more"], content.Entry),
        ]);

    private static (string, LetterPart[]) ForFamilies(ConfirmationAskedContent content, NotificationLanguage w) => (
        w["Does this answer you?"],
        [
            new OwnSentences(w["We told you what came of a point that you made. Now we want to know from you if it is enough."]),
            new QuotedWords(w["You said"], content.YouSaid),
            new QuotedWords(Heading(content.State, w), content.WeDid),
            .. Answers(content, w),
            new OwnSentences(w["Each opens a page with a button. Nothing is sent until you press it. You can add something in your own words there."]),
        ]);

    private static (string, LetterPart[]) EasyRead(ConfirmationAskedContent content, NotificationLanguage w) => (
        w["Does this answer you?"],
        [
            new OwnSentences(w["We told you what we did. Is it a good answer? You tell us."]),
            new QuotedWords(w["You said"], content.YouSaid),
            new QuotedWords(Heading(content.State, w), content.WeDid),
            .. Answers(content, w),
            new OwnSentences(w["Each one opens a page. Press the button there to send it."]),
        ]);

    private static (string, LetterPart[]) ForFamilies(ConsultationOpenedContent content, NotificationLanguage w) => (
        w["You can have your say"],
        [
            new OwnSentences(w["You asked to hear of things like this. It has just opened:"]),
            new QuotedWords(null, content.About),
            .. Because(w["You chose"], content.Because, area => Name(area, w), w),
            new LetterFact(w["You can answer until the end of"], w.Text(content.ClosesOn)),
            new OwnSentences(w["Nothing has been decided yet. It is up to you if you answer."]),
            new LetterLink(w["Have your say"], content.Page),
        ]);

    private static (string, LetterPart[]) EasyRead(ConsultationOpenedContent content, NotificationLanguage w) => (
        w["Tell us what you think"],
        [
            new OwnSentences(w["You can tell us about this now:"]),
            new QuotedWords(null, content.About),
            .. Because(w["You picked"], content.Because, area => EasyName(area, w), w),
            new LetterFact(w["The last day is"], w.Text(content.ClosesOn)),
            new OwnSentences(w["You choose if you want to. Nobody has to."]),
            new LetterLink(w["Have your say"], content.Page),
        ]);

    private static (string, LetterPart[]) ForFamilies(DigestContent content, NotificationLanguage w) => (
        w["What is new on what you told us"],
        [
            new OwnSentences(w["This is what has happened since we last wrote to you."]),
            .. content.Items.Select(item => new LetterItem(Line(item.Kind, w), item.About, item.Address) { Language = item.Language }),
        ]);

    private static (string, LetterPart[]) EasyRead(DigestContent content, NotificationLanguage w) => (
        w["There is news for you"],
        [
            new OwnSentences(w["Here is what is new. Pick one to see more."]),
            .. content.Items.Select(item => new LetterItem(Line(item.Kind, w), item.About, item.Address) { Language = item.Language }),
        ]);

    private static (string, LetterPart[]) ForFamilies(WeeklyDigestContent content, NotificationLanguage w) => (
        w["What was new in the last week"],
        [
            new OwnSentences(w["This is what happened in the last week."]),
            .. Items(w["What came of what you told us"], content.Yours, w),
            .. Items(w["What was answered"], content.Answered, w),
            .. Items(w["What you can have a say on now"], content.Opened, w),
        ]);

    private static (string, LetterPart[]) EasyRead(WeeklyDigestContent content, NotificationLanguage w) => (
        w["Here is your news of the week"],
        [
            new OwnSentences(w["Here is what is new. Pick one to see more."]),
            .. Items(w["News of what you told us"], content.Yours, w),
            .. Items(w["What we answered"], content.Answered, w),
            .. Items(w["You can tell us about this now"], content.Opened, w),
        ]);

    private static IEnumerable<LetterPart> Because(string label, ToldBecause because, Func<SubjectArea, string> name, NotificationLanguage w)
    {
        if (!because.IsAnything)
            return [];
        IEnumerable<string> named =
        [
            .. because.Audiences.Select(audience => ForWhom(audience, w)), .. because.About.Select(area => name(area)), .. because.Districts.Select(code => District.Find(code)?.Name ?? code),
        ];
        return [new LetterFact(label, w.List(named))];
    }

    private static string ForWhom(Audience audience, NotificationLanguage w) => audience switch
    {
        Audience.ParentsAndCarers => w["For parents and carers"],
        Audience.YoungPeople => w["For children and young people"],
        Audience.Organisations => w["For schools, charities and other organisations"],
        _ => w["For people who work in education, health and care"],
    };

    private static string Name(SubjectArea area, NotificationLanguage w) => area switch
    {
        SubjectArea.EarlyYears => w["Nursery and early years"],
        SubjectArea.SchoolAndCollege => w["Support at school and college"],
        SubjectArea.AssessmentsAndPlans => w["Assessments and plans"],
        SubjectArea.Health => w["Health care"],
        SubjectArea.CareAndShortBreaks => w["Care and short breaks"],
        SubjectArea.Travel => w["Travel to school and college"],
        SubjectArea.AdultLife => w["Getting ready for adult life"],
        SubjectArea.InformationAndAdvice => w["Information and advice"],
        _ => throw new ArgumentOutOfRangeException(nameof(area), area, "It has no name."),
    };

    /// <summary>What the pages for young people call it.</summary>
    private static string EasyName(SubjectArea area, NotificationLanguage w) => area switch
    {
        SubjectArea.EarlyYears => w["Nursery"],
        SubjectArea.SchoolAndCollege => w["School and college"],
        SubjectArea.AssessmentsAndPlans => w["Plans for help"],
        SubjectArea.Health => w["Health"],
        SubjectArea.CareAndShortBreaks => w["Care and breaks"],
        SubjectArea.Travel => w["Getting to school"],
        SubjectArea.AdultLife => w["Growing up"],
        SubjectArea.InformationAndAdvice => w["Where to find help"],
        _ => throw new ArgumentOutOfRangeException(nameof(area), area, "It has no name."),
    };

    private static IEnumerable<LetterPart> Items(string heading, IReadOnlyList<DigestItem> items, NotificationLanguage w) => items.Count == 0
        ? []
        : [new LetterHeading(heading), .. items.Select(item => new LetterItem(Line(item.Kind, w), item.About, item.Address) { Language = item.Language })];

    private static IEnumerable<LetterPart> Answers(ConfirmationAskedContent content, NotificationLanguage w) =>
    [
        new LetterLink(w["Yes, it does"], content.Answer(ConfirmationAnswer.Yes)),
        new LetterLink(w["Partly"], content.Answer(ConfirmationAnswer.Partly)),
        new LetterLink(w["No, it does not"], content.Answer(ConfirmationAnswer.No)),
    ];

    private static string Heading(EntryState state, NotificationLanguage w) => state switch
    {
        EntryState.WeWill => w["We will"],
        EntryState.WeDid => w["We did"],
        _ => w["We cannot, because"],
    };

    private static string Line(NotificationKind kind, NotificationLanguage w) => kind switch
    {
        NotificationKind.ResponseReceived => w["We have got it"],
        NotificationKind.ViewRead => w["It was read"],
        NotificationKind.ViewGrouped => w["It was put together with what others said"],
        NotificationKind.EntryPublished => w["There is an answer"],
        NotificationKind.ConfirmationAsked => w["Tell us if this answers you"],
        NotificationKind.ConsultationOpened => w["You can have your say"],
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "It is not one of several things that are new."),
    };
}
