namespace EventStore;

/// <summary>Folds events into documents, whatever the documents are identified by.</summary>
internal interface IFold<TDoc> where TDoc : class
{
    TDoc? Fold(TDoc? document, Identity id, IEvent e);
}
