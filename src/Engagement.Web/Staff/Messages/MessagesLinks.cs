using System.Globalization;

namespace Engagement.Web.Staff.Messages;

/// <summary>The addresses of the pages for what the platform could not do.</summary>
internal static class MessagesLinks
{
    public const string List = $"{Links.Staff}/messages";
    public const string AgainAll = $"{List}/all/again";
    public const string PurgeAll = $"{List}/all/purge";

    public static string Those(MessagesAsked asked, string? after = null) => With(List, asked, after);

    public static string With(string address, MessagesAsked asked, string? after = null) =>
        Links.With(address, ("queue", asked.Queue), ("type", asked.Type), ("search", asked.Search), ("after", after));

    public static string Done(string done, int count) => Links.With(List, ("done", done), ("count", count.ToString(CultureInfo.InvariantCulture)));

    public static string Of(string id, string? done = null) => Links.With($"{List}/{Uri.EscapeDataString(id)}", ("done", done));

    public static string Body(string id) => Links.With(Of(id), ("body", "shown"));

    public static string Again(string id) => $"{Of(id)}/again";

    public static string Edit(string id) => $"{Of(id)}/edit";

    public static string Purge(string id) => $"{Of(id)}/purge";
}
