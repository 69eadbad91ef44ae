#:project ../cdk/Jarpoint.NodeDocument/Jarpoint.NodeDocument.csproj
#:property PublishAot=false
#:property RestorePackagesWithLockFile=false
#:property RestoreLockedMode=false

using Jarpoint.NodeDocument;

// Writes the SSM documents that template.yaml includes.
//   dotnet run functions/documents.cs -- DIRECTORY
var directory = Directory.CreateDirectory(args[0]).FullName;
File.WriteAllText(Path.Combine(directory, "mount.json"), CommandDocument.Mount());
File.WriteAllText(Path.Combine(directory, "care.json"), CommandDocument.Care());
