namespace Engagement.Web.Staff.Consultations;

/// <summary>The addresses of consultations and runs of surveys, for those who run them.</summary>
internal static class ConsultationLinks
{
    public const string New = $"{Links.StaffConsultations}/new";
    public const string Waves = $"{Links.Staff}/waves";
    public const string NewWave = $"{Waves}/new";

    public static string Overview(string slug) => Links.StaffConsultation(slug);

    public static string Setup(string slug) => $"{Overview(slug)}/setup";

    /// <summary>One thing to do before a consultation can be opened.</summary>
    public static string Task(string slug, string task) => $"{Setup(slug)}/{Uri.EscapeDataString(task)}";

    public static string Open(string slug) => $"{Setup(slug)}/open";

    /// <summary>Something done with a consultation that has been set up.</summary>
    public static string Change(string slug, string what) => $"{Overview(slug)}/change/{Uri.EscapeDataString(what)}";

    public static string Coding(string slug) => $"{Overview(slug)}/coding";

    public static string Results(string slug) => $"{Overview(slug)}/results";

    public static string Wave(string id) => $"{Waves}/{Uri.EscapeDataString(id)}";

    public static string ChangeWave(string id, string what) => $"{Wave(id)}/{what}";
}
