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
            WordHints.Of(ReadingAim.EasyReadTranslation, NotificationPreview.Of(kind, NotificationAudience.YoungPeople, language)!.OwnWords).Advice.ShouldBeEmpty(language);
            WordHints.Of(ReadingAim.Translation, NotificationPreview.Of(kind, NotificationAudience.Families, language)!.OwnWords).Advice.ShouldBeEmpty(language);
        }
    }

    private static IReadOnlyList<string> Advice(NotificationKind kind, NotificationAudience audience, ReadingAim aim) =>
        WordHints.Of(aim, NotificationPreview.Of(kind, audience, "en-GB")!.OwnWords).Advice;
}
