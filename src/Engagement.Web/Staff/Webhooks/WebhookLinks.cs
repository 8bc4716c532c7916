namespace Engagement.Web.Staff.Webhooks;

/// <summary>The addresses of the pages for webhooks.</summary>
internal static class WebhookLinks
{
    public const string List = $"{Links.Staff}/webhooks";
    public const string New = $"{List}/new";

    public static string Of(string id, string? done = null) => Links.With($"{List}/{Uri.EscapeDataString(id)}", ("done", done));

    public static string Change(string id) => $"{Of(id)}/change";

    public static string Delete(string id) => $"{Of(id)}/delete";

    public static string Act(string id, string act) => $"{Of(id)}/acts/{act}";

    public static string Delivery(string id, string delivery, string? done = null) => Links.With($"{Of(id)}/deliveries/{Uri.EscapeDataString(delivery)}", ("done", done));

    public static string DeliveryAct(string id, string delivery, string act) => $"{Delivery(id, delivery)}/{act}";

    /// <summary>The log of one webhook, of one state and one kind, from a place on.</summary>
    public static string Log(string id, string? state, string? kind, string? after = null) => Links.With(Of(id), ("state", state), ("kind", kind), ("after", after));

    public static string Done(string id, string done, int count) =>
        Links.With(Of(id), ("done", done), ("count", count.ToString(System.Globalization.CultureInfo.InvariantCulture)));
}
