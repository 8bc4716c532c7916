using Engagement.Web.Staff.Charter;

namespace Engagement.Web.Staff.Statements;

/// <summary>The addresses of the pages for statements of commitment and their evidence.</summary>
internal static class StatementLinks
{
    public const string List = $"{Links.Staff}/statements";

    /// <summary>The last parts of the addresses of the forms for a piece of evidence.</summary>
    public const string Give = "give";
    public const string Reject = "reject";

    public static string Document(string id) => $"{List}/{Uri.EscapeDataString(id)}";

    public static string Of(string id, string key) => $"{Document(id)}/{Uri.EscapeDataString(key)}";

    public static string Find(string id, string key) => $"{Of(id, key)}/find";

    public static string Evidence(string id, string key, string step, EvidenceItem item) =>
        Links.With($"{Of(id, key)}/{step}", ("kind", CharterWords.Slug(item.Kind)), ("evidence", item.Id));

    public static string Claim(string id, string claim) => $"{Document(id)}/claims/{Uri.EscapeDataString(claim)}";
}
