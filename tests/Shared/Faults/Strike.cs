namespace Tests.Shared.Faults;

/// <summary>What the relay does to the piece of traffic it was told to wait for.</summary>
public enum Strike
{
    /// <summary>Passes it on, after whatever was to happen meanwhile.</summary>
    Pass,

    /// <summary>Cuts the connection before it: a request never arrives, or an answer to work that was done is never heard.</summary>
    Cut,

    /// <summary>Cuts the connection in the middle of it.</summary>
    Tear,
}
