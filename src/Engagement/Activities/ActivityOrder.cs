namespace Engagement.Activities;

/// <summary>In which order activities are listed.</summary>
public enum ActivityOrder
{
    /// <summary>The latest day comes first.</summary>
    Latest,

    /// <summary>The earliest day comes first.</summary>
    Earliest,
}
