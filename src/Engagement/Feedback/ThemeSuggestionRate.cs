namespace Engagement.Feedback;

/// <summary>What coders made of a method's suggestions.</summary>
/// <param name="Method">The method's name.</param>
/// <param name="MethodVersion">Its version.</param>
/// <param name="Accepted">How many of its suggestions were accepted.</param>
/// <param name="Rejected">How many were rejected.</param>
public sealed record ThemeSuggestionRate(string Method, int MethodVersion, int Accepted, int Rejected)
{
    /// <summary>The part of those decided on that was accepted, from 0 to 1. Those nobody looked at count neither way.</summary>
    public double Rate => (double)Accepted / (Accepted + Rejected);
}
