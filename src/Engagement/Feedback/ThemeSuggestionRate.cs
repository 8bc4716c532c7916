namespace Engagement.Feedback;

/// <summary>What coders made of a method's suggestions.</summary>
public sealed record ThemeSuggestionRate(string Method, int MethodVersion, int Accepted, int Rejected)
{
    /// <summary>The part of those decided on that was accepted, from 0 to 1. Those nobody looked at count neither way.</summary>
    public double Rate => (double)Accepted / (Accepted + Rejected);
}
