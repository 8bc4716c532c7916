namespace Engagement.Api.AccessLog;

/// <summary>The page that a request comes from, when one of our own pages asks: it is recorded beside what is read in confidence.</summary>
public sealed class AskedFrom
{
    public string? Page { get; set; }
}
