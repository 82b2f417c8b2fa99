-- Letters that were lost before that was kept by itself stand as not told, and stayed so when they were sent again. As lost
-- they are told once nothing is lost any more; what could not be written at all is never sent again, and stays as it was.
update fault.breach set told = true, lost = true where waived and not told and not lost;
