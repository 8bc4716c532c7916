using Engagement.Web.Forms;

namespace Engagement.Web.Staff.Moderation;

/// <summary>What a moderator has chosen and written.</summary>
/// <param name="Value">The decision.</param>
/// <param name="Words">What the author reads.</param>
/// <param name="Note">What only the safeguarding lead reads.</param>
/// <param name="Version">The version that was looked at.</param>
/// <param name="Key">Makes a second press do nothing.</param>
public sealed record Written(string Value = "", string Words = "", string Note = "", int? Version = null, string Key = "")
{
    internal static Written From(SubmittedForm form) => new(
        form["decision"], form["words"], form["safeguardingNote"], int.TryParse(form["_version"], out var version) ? version : null, form["_key"]);
}
