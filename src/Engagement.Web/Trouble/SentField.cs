namespace Engagement.Web.Trouble;

/// <summary>One field of a form that could not be dealt with.</summary>
public sealed record SentField(string Name, string Value)
{
    /// <summary>True when a person wrote it; choices and keys are single words, and travel along unseen.</summary>
    public bool IsWords => !Name.StartsWith('_') && Value.Any(char.IsWhiteSpace);
}
