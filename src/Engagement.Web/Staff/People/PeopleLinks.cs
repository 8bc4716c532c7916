namespace Engagement.Web.Staff.People;

/// <summary>The addresses of the pages for those who take part.</summary>
internal static class PeopleLinks
{
    public const string List = $"{Links.Staff}/people";
    public const string Find = $"{List}/find";
    public const string Answers = $"{List}/answers";
    public const string VoidAnswer = $"{Answers}/void";

    public static string Of(string id) => $"{List}/of/{Uri.EscapeDataString(id)}";

    public static string Void(string reference, string response) => Links.With(VoidAnswer, ("reference", reference), ("response", response));
}
