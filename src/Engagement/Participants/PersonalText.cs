namespace Engagement.Participants;

/// <summary>A person's own words, readable only with the key of their subject. Destroying that key erases them everywhere.</summary>
public sealed record PersonalText(Guid Subject, string Cipher);
