using Engagement.Common;

namespace Engagement.Forums;

/// <summary>What holds for the words of every contribution.</summary>
internal static class ContributionText
{
    public const int Longest = 5_000;

    public static Refusal? Check(string text)
    {
        if (text.Length == 0)
            return new Refusal("TEXT_MISSING", "Enter what you want to say", "text");

        return CleanText.TooLong(text, Longest, "text") ?? PictureLinks.Check(text);
    }
}
