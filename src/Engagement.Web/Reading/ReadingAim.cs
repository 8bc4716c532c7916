namespace Engagement.Web.Reading;

/// <summary>Whom words are for, and so how plain they are to be.</summary>
/// <param name="Name">Names it in addresses and forms.</param>
/// <param name="MostWords">The most words in a sentence.</param>
/// <param name="MostGrade">The most years of school; null where the formula does not hold, because it knows English only.</param>
/// <param name="SpellsOut">Whether letters that stand for words are not used at all, and not merely explained.</param>
public sealed record ReadingAim(string Name, int MostWords, double? MostGrade, bool SpellsOut)
{
    public static ReadingAim Families { get; } = new("families", 25, 7, SpellsOut: false);

    public static ReadingAim EasyRead { get; } = new("easy-read", 15, 3, SpellsOut: true);

    public static ReadingAim Translation { get; } = new("translation", 25, null, SpellsOut: false);

    public static ReadingAim EasyReadTranslation { get; } = new("easy-read-translation", 15, null, SpellsOut: true);

    public static ReadingAim? Find(string name) => new[] { Families, EasyRead, Translation, EasyReadTranslation }.FirstOrDefault(aim => aim.Name == name);
}
