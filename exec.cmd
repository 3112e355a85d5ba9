@rem npm start says "exec" so that Ctrl-C reaches the server and not only the shell around it; cmd.exe knows no such word.
@%*
