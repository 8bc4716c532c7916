namespace Engagement.Forums;

/// <summary>In which order topics are listed.</summary>
public enum TopicOrder
{
    /// <summary>The last published comes first.</summary>
    Newest,

    /// <summary>The first published comes first.</summary>
    Oldest,
}
