namespace Engagement.Web.Staff.Coding;

/// <summary>What became of the view before, as the address of the next page says it.</summary>
internal static class CodingDone
{
    public const string Coded = "coded";
    public const string NotCodable = "not-codable";
    public const string TakenOff = "taken-off";
    public const string Undone = "undone";
    public const string Rejected = "rejected";
    public const string Nothing = "nothing";
}
