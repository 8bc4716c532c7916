using System.Text.RegularExpressions;
using Engagement.Common;

namespace Engagement.Forums;

/// <summary>Pictures cannot be moderated as words can, so there are none, and no links to any.</summary>
internal static partial class PictureLinks
{
    public static Refusal? Check(string text) => Picture().IsMatch(text)
        ? new Refusal("PICTURES_NOT_ALLOWED", "Pictures and links to pictures cannot be shown here. Say it in words", "text")
        : null;

    [GeneratedRegex(
        @"<\s*img\b|!\[[^\]]*\]\(|data:image/|(?:https?://|www\.|\b[a-z0-9-]{1,63}\.[a-z]{2,24}/)\S*\.(?:jpe?g|png|gif|webp|svg|heic|bmp|tiff?)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Picture();
}
