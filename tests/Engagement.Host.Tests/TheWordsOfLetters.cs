using Engagement.Common;
using Engagement.Notifications;
using Engagement.Web.Reading;

namespace Engagement.Host.Tests;

/// <summary>What people are sent is as plain as what they read on the pages.</summary>
public sealed class TheWordsOfLetters
{
    public static TheoryData<NotificationKind> Kinds => [.. NotificationTemplate.All.Where(template => !template.IsForStaff).Select(template => template.Kind)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Can_be_read_by_families(NotificationKind kind) => Advice(kind, NotificationAudience.Families, ReadingAim.Families).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Can_be_read_by_young_people(NotificationKind kind) => Advice(kind, NotificationAudience.YoungPeople, ReadingAim.EasyRead).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Keep_to_short_sentences_in_every_language(NotificationKind kind)
    {
        foreach (var language in NotificationLanguage.All.Select(language => language.Code).Where(code => code != "en-GB"))
        {
            WordHints.Of(ReadingAim.EasyReadTranslation, WordsOf(kind, NotificationAudience.YoungPeople, language)).Advice.ShouldBeEmpty(language);
            WordHints.Of(ReadingAim.Translation, WordsOf(kind, NotificationAudience.Families, language)).Advice.ShouldBeEmpty(language);
        }
    }

    private static IReadOnlyList<string> WordsOf(NotificationKind kind, NotificationAudience audience, string language) =>
        NotificationPreview.Of(new Place("Have your say", "Example County Council", "families@council.example.test", "Example House"), kind, audience, language)!.OwnWords;

    private static IReadOnlyList<string> Advice(NotificationKind kind, NotificationAudience audience, ReadingAim aim) =>
        WordHints.Of(aim, WordsOf(kind, audience, "en-GB")).Advice;
}
