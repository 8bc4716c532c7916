namespace Engagement.Feedback;

/// <summary>Something in a person's own words: whoever is shown it is put on record.</summary>
public interface IReading
{
    /// <summary>The consultation in which it was said; null outside any.</summary>
    Guid? ConsultationId { get; }
}
